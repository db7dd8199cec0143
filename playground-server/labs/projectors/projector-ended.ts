import { projectorsLabSentences } from "../../../engine/sentences/english/projectors-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";

const say = sentencesFrom(projectorsLabSentences);

/** PostgreSQL or Kafka did not answer. */
export function projectorEnded(cause?: unknown): Refusal {
  return new Refusal("lab-refused", say("projector-ended"), { cause });
}
