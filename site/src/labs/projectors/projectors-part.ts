import { projectorsFold } from "../../../../engine/labs/projectors/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { ProjectorsPanel } from "./projectors-panel.tsx";

/** The lab's code, as its page loads it. */
export const projectorsPart = labPart({ fold: projectorsFold, Panel: ProjectorsPanel });
