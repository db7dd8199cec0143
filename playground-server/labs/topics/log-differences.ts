import type { ShownRecord, TopicEvent } from "../../../engine/labs/topics/topic-events.ts";

/** So many records go into one event. */
const recordsOfEvent = 50;

/** What happened to a topic between two looks: its start moved, records vanished from its middle, others arrived. */
export function logDifferences(
  topic: string,
  /** The first offset of each partition, and what it held. */
  before: { starts: number[]; offsets: Set<number>[] },
  now: { partition: number; from: number }[],
  records: ShownRecord[],
): TopicEvent[] {
  const events: TopicEvent[] = [];
  const held = now.map(
    ({ partition }) =>
      new Set(records.filter((record) => record.partition === partition).map(({ offset }) => offset)),
  );
  for (const { partition, from: to } of now) {
    const from = before.starts[partition] ?? 0;
    if (to > from) events.push({ type: "LogStartMoved", data: { topic, partition, from, to } });
    const offsets = [...(before.offsets[partition] ?? [])].filter(
      (offset) => offset >= to && !held[partition]?.has(offset),
    );
    if (offsets.length > 0) events.push({ type: "RecordsCompacted", data: { topic, partition, offsets } });
  }
  const arrived = records.filter(({ partition, offset }) => !before.offsets[partition]?.has(offset));
  for (let at = 0; at < arrived.length; at += recordsOfEvent) {
    events.push({
      type: "RecordsArrived",
      data: { topic, records: arrived.slice(at, at + recordsOfEvent) },
    });
  }
  return events;
}
