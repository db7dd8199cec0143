import { clusterLab } from "./cluster/cluster-lab.ts";
import { databaseLab } from "./database/database-lab.ts";
import type { Lab } from "./lab.ts";

/** All labs, in the order in which `GET /api/labs` lists them. */
export const labs: Lab[] = [databaseLab, clusterLab];
