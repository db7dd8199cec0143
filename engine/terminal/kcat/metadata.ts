import type { Broker, TopicDescription } from "../cluster-interface.ts";
import type { Call } from "../tool-interface.ts";
import { topicMissing } from "../topic-name-errors.ts";

type NamedTopic = TopicDescription & { topic: string };

/** What the cluster consists of, as `kcat -L` lists it. */
export async function metadata({ cluster, flags, screen }: Call): Promise<void> {
  const one = flags.value("-t");
  const brokers = await cluster.brokers();
  const topics: NamedTopic[] = [];
  for (const topic of one === undefined ? await cluster.topics() : [one]) {
    const found = await cluster.describe(topic);
    if (found) topics.push({ topic, ...found });
    else if (one !== undefined) throw topicMissing(topic);
  }
  const lines = flags.has("-J") ? [asJson(one, brokers, topics)] : asText(one, brokers, topics);
  for (const line of lines) screen.print(line);
}

function asText(one: string | undefined, brokers: Broker[], topics: NamedTopic[]): string[] {
  const [first] = brokers;
  const source = first ? `broker ${first.id}: ${nameOf(first)}/${first.id}` : "the recorded logs";
  return [
    `Metadata for ${one ?? "all topics"} (from ${source}):`,
    ` ${brokers.length} brokers:`,
    ...brokers.map(
      (broker) => `  broker ${broker.id} at ${nameOf(broker)}${broker.controller ? " (controller)" : ""}`,
    ),
    ` ${topics.length} topics:`,
    ...topics.flatMap(({ topic, partitions }) => [
      `  topic "${topic}" with ${partitions.length} partitions:`,
      ...partitions.map(
        ({ leader, replicas, isr }, partition) =>
          `    partition ${partition}, leader ${leader}, replicas: ${replicas}, isrs: ${isr}`,
      ),
    ]),
  ];
}

function asJson(one: string | undefined, brokers: Broker[], topics: NamedTopic[]): string {
  const [first] = brokers;
  const ids = (replicas: number[]) => replicas.map((id) => ({ id }));
  return JSON.stringify({
    originating_broker: first
      ? { id: first.id, name: `${nameOf(first)}/${first.id}` }
      : { id: -1, name: "the recorded logs" },
    query: { topic: one ?? "*" },
    controllerid: brokers.find(({ controller }) => controller)?.id ?? -1,
    brokers: brokers.map((broker) => ({ id: broker.id, name: nameOf(broker) })),
    topics: topics.map(({ topic, partitions }) => ({
      topic,
      partitions: partitions.map(({ leader, replicas, isr }, partition) => ({
        partition,
        leader,
        replicas: ids(replicas),
        isrs: ids(isr),
      })),
    })),
  });
}

function nameOf({ host, port }: Broker): string {
  return `${host}:${port}`;
}
