import { topicLabSentences } from "../../../engine/sentences/english/topic-labs.ts";
import { type Message, sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";

/** The sentences of the labs about topics. */
export const sayOfTopicLab = sentencesFrom(topicLabSentences);

/** What a lab about topics cannot do. */
export function topicLabRefusal(detail: Message): Refusal {
  return new Refusal("lab-refused", detail);
}
