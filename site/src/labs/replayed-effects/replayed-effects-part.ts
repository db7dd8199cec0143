import { replayedEffectsFold } from "../../../../engine/labs/replayed-effects/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { ReplayedEffectsPanel } from "./replayed-effects-panel.tsx";

/** The lab's code, as its page loads it. */
export const replayedEffectsPart = labPart({ fold: replayedEffectsFold, Panel: ReplayedEffectsPanel });
