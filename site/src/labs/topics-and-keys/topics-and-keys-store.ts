import type { TopicsAndKeysState } from "../../../../engine/labs/topics-and-keys/evolve.ts";
import type { LabStore } from "../lab-store.ts";

export type TopicsAndKeysStore = LabStore<TopicsAndKeysState>;
