import { captureEntry } from "./change-capture/capture-entry.ts";
import { clusterEntry } from "./cluster/cluster-entry.ts";
import { databaseEntry } from "./database/database-entry.ts";
import type { LabEntry } from "./lab-entry.ts";
import { projectorsEntry } from "./projectors/projectors-entry.ts";
import { replayCostEntry } from "./replay-cost/replay-cost-entry.ts";
import { replayedEffectsEntry } from "./replayed-effects/replayed-effects-entry.ts";
import { retentionEntry } from "./retention-and-compaction/retention-entry.ts";
import { topicsAndKeysEntry } from "./topics-and-keys/topics-and-keys-entry.ts";
import { twoWritersEntry } from "./two-writers/two-writers-entry.ts";

/** The labs in the order in which the course meets them. */
export const labs: LabEntry[] = [
  databaseEntry,
  topicsAndKeysEntry,
  retentionEntry,
  twoWritersEntry,
  replayedEffectsEntry,
  captureEntry,
  projectorsEntry,
  clusterEntry,
  replayCostEntry,
];

export function labOf(id: string | undefined): LabEntry | undefined {
  return labs.find((lab) => lab.id === id);
}
