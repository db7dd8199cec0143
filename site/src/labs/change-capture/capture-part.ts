import { captureFold } from "../../../../engine/labs/change-capture/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { CapturePanel } from "./capture-panel.tsx";

/** The lab's code, as its page loads it. */
export const capturePart = labPart({ fold: captureFold, Panel: CapturePanel });
