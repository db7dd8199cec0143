import { captureLabSentences } from "../../../engine/sentences/english/capture-lab.ts";
import { type Message, sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";

export const sayOfCapture = sentencesFrom(captureLabSentences);

/** What the lab of change capture cannot do. */
export const captureRefusal = (detail: Message) => new Refusal("lab-refused", detail);
