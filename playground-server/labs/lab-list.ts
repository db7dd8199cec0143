import { changeCaptureLab } from "./change-capture/change-capture-lab.ts";
import { clusterLab } from "./cluster/cluster-lab.ts";
import { databaseLab } from "./database/database-lab.ts";
import type { Lab } from "./lab.ts";
import { projectorsLab } from "./projectors/projectors.ts";
import { replayedEffectsLab } from "./replayed-effects/replayed-effects.ts";
import { retentionLab } from "./retention-and-compaction/retention-and-compaction.ts";
import { topicsAndKeysLab } from "./topics-and-keys/topics-and-keys.ts";
import { twoWritersLab } from "./two-writers/two-writers.ts";

/** All labs, in the order in which `GET /api/labs` lists them. */
export const labs: Lab[] = [
  databaseLab,
  topicsAndKeysLab,
  retentionLab,
  twoWritersLab,
  replayedEffectsLab,
  changeCaptureLab,
  projectorsLab,
  clusterLab,
];
