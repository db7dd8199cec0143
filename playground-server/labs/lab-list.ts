import { changeCaptureLab } from "./change-capture/change-capture-lab.ts";
import { clusterLab } from "./cluster/cluster-lab.ts";
import { databaseLab } from "./database/database-lab.ts";
import type { Lab } from "./lab.ts";
import { retentionLab } from "./retention-and-compaction/retention-and-compaction.ts";
import { topicsAndKeysLab } from "./topics-and-keys/topics-and-keys.ts";

/** All labs, in the order in which `GET /api/labs` lists them. */
export const labs: Lab[] = [databaseLab, topicsAndKeysLab, retentionLab, changeCaptureLab, clusterLab];
