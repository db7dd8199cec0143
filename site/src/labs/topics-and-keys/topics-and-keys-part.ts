import { topicsAndKeysFold } from "../../../../engine/labs/topics-and-keys/evolve.ts";
import { labPart } from "../lab-entry.ts";
import { TopicsAndKeysPanel } from "./topics-and-keys-panel.tsx";

/** The lab's code, as its page loads it. */
export const topicsAndKeysPart = labPart({ fold: topicsAndKeysFold, Panel: TopicsAndKeysPanel });
