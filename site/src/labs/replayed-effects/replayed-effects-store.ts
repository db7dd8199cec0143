import type { ReplayedEffectsState } from "../../../../engine/labs/replayed-effects/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type ReplayedEffectsStore = LabStore<ReplayedEffectsState>;
