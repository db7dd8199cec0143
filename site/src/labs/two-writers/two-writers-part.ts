import { twoWritersFold } from "../../../../engine/labs/two-writers/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { TwoWritersPanel } from "./two-writers-panel.tsx";

/** The lab's code, as its page loads it. */
export const twoWritersPart = labPart({ fold: twoWritersFold, Panel: TwoWritersPanel });
