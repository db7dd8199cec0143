import type { RetentionState } from "../../../../engine/labs/retention-and-compaction/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type RetentionStore = LabStore<RetentionState>;
