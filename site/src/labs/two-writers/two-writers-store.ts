import type { TwoWritersState } from "../../../../engine/labs/two-writers/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type TwoWritersStore = LabStore<TwoWritersState>;
