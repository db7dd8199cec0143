import { retentionFold } from "../../../../engine/labs/retention-and-compaction/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { RetentionPanel } from "./retention-panel.tsx";

/** The lab's code, as its page loads it. */
export const retentionPart = labPart({ fold: retentionFold, Panel: RetentionPanel });
