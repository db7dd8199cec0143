import type { ProjectorsState } from "../../../../engine/labs/projectors/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type ProjectorsStore = LabStore<ProjectorsState>;
