import { replayCostFold } from "../../../../engine/labs/replay-cost/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { ReplayCostPanel } from "./replay-cost-panel.tsx";
import { replayCostWork } from "./replay-cost-work.ts";

/** The lab's code, as its page loads it. */
export const replayCostPart = labPart({
  fold: replayCostFold,
  Panel: ReplayCostPanel,
  worksHere: replayCostWork,
});
