import type { JsonObject } from "../../../engine/fold/json.ts";
import type { LabTopics } from "./lab-topics.ts";
import { sayOfTopicLab, topicLabRefusal } from "./topic-lab-refusal.ts";

interface NextEvents {
  count: number;
  /** How many records the topic may hold. */
  most: number;
  /** The `n`-th event of the topic, from 0. */
  eventAt(n: number): { key: string; event: JsonObject };
}

/** Appends the next events to a topic of one partition. Throws a Refusal where there is no room for all of them. */
export async function appendNext(
  topics: LabTopics,
  name: string,
  { count, most, eventAt }: NextEvents,
): Promise<void> {
  await topics.look();
  const held = topics.endsOf(name);
  if (held + count > most)
    throw topicLabRefusal(sayOfTopicLab("lab-records-most", { topic: topics.shown(name), held, most }));
  for (let n = held; n < held + count; n++) {
    const { key, event } = eventAt(n);
    await topics.produce(name, { key, value: JSON.stringify(event), partition: 0 });
  }
  await topics.look();
}
