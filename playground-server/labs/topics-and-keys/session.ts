import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import type { TopicsAndKeysCommand } from "../../../engine/labs/topics-and-keys/commands.ts";
import { type StreamName, streamEvent } from "../../../engine/labs/topics-and-keys/event-streams.ts";
import type { TopicsAndKeysEvent } from "../../../engine/labs/topics-and-keys/events.ts";
import { topicsAndKeysLimits as limits } from "../../../engine/labs/topics-and-keys/limits.ts";
import { type Partitioner, partitionFor } from "../../../engine/labs/topics-and-keys/partitioners.ts";
import type { PlainRecord } from "../../log/open-log.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { LabTopics, wholeHistorySettings } from "../topics/lab-topics.ts";
import { sayOfTopicLab, topicLabRefusal } from "../topics/topic-lab-refusal.ts";

type DataOf<Type extends TopicsAndKeysCommand["type"]> = Extract<
  TopicsAndKeysCommand,
  { type: Type }
>["data"];

/** A learner's session: topics, and events thrown into them. */
export async function openTopicsAndKeys(context: LabContext): Promise<LabSession> {
  const topics = await LabTopics.open(context, {
    begins: "keys-",
    records: limits.records,
    compacted: false,
  });
  const found = new Set(topics.names);
  /** How many events of each stream were thrown into each topic. */
  const thrown = new Map<string, number>();
  const emit = (event: TopicsAndKeysEvent) => context.emit(event);

  async function make({ name, partitions }: DataOf<"MakeTopic">): Promise<void> {
    if (topics.names.includes(name))
      throw topicLabRefusal(sayOfTopicLab("lab-topic-exists", { topic: topics.shown(name) }));
    if (topics.names.length >= limits.topics)
      throw topicLabRefusal(sayOfTopicLab("lab-topics-most", { most: limits.topics }));
    await topics.make(name, partitions, wholeHistorySettings);
    found.delete(name);
    for (const place of [...thrown.keys()]) if (place.startsWith(`${name} `)) thrown.delete(place);
  }

  async function throwEvents(
    { name, stream, key, count, partitioner }: DataOf<"ThrowEvents">,
    signal: AbortSignal,
  ): Promise<void> {
    await topics.look();
    const partitions = topics.partitionsOf(name);
    const held = topics.recordsOf(name);
    if (held + count > limits.records) {
      throw topicLabRefusal(
        sayOfTopicLab("lab-records-most", { topic: topics.shown(name), held, most: limits.records }),
      );
    }
    const place = `${name} ${stream}`;
    // A session that was closed left no count behind: the topic has most likely one stream only.
    const from = thrown.get(place) ?? (found.has(name) ? topics.endsOf(name) : 0);
    let to = from;
    await topics.untilNextLook(async () => {
      try {
        for (; to < from + count && !signal.aborted; to++) {
          await topics.produce(name, recordOf(stream, to, key, partitioner, partitions));
        }
      } finally {
        thrown.set(place, to);
        const topic = topics.shown(name);
        if (to > from) emit({ type: "EventsThrown", data: { topic, stream, key, partitioner, from, to } });
      }
    });
    await topics.look();
  }

  async function grow({ name, partitions }: DataOf<"GrowTopic">): Promise<void> {
    await topics.look();
    const now = topics.partitionsOf(name);
    if (partitions <= now)
      throw topicLabRefusal(sayOfTopicLab("lab-partitions-never-fewer", { topic: topics.shown(name), now }));
    await topics.grow(name, partitions);
  }

  return {
    async handle(command: LabCommand, signal) {
      const { type, data } = command as TopicsAndKeysCommand;
      switch (type) {
        case "MakeTopic":
          return make(data);
        case "ThrowEvents":
          return throwEvents(data, signal);
        case "GrowTopic":
          return grow(data);
        case "RemoveTopic":
          topics.partitionsOf(data.name);
          return topics.remove(data.name);
        case "LookAgain":
          return topics.look();
      }
    },
    async reset() {
      thrown.clear();
      await topics.removeAll();
    },
    close: () => topics.close(),
  };
}

/** An event of a stream as a record, with the partition that the partitioner chooses for its key. */
function recordOf(
  stream: StreamName,
  n: number,
  choice: string,
  partitioner: Partitioner,
  partitions: number,
): PlainRecord {
  const { type, data, keys } = streamEvent(stream, n);
  const key = keys[choice] as string;
  const partition = partitionFor(partitioner, key, partitions);
  return { key, value: JSON.stringify({ type, data }), partition };
}
