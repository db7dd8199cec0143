import type { RawRecord } from "../../engine/fold/event.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal } from "../errors.ts";
import type { Appender } from "./append.ts";
import type { SliceReader } from "./slice.ts";
import type { Topics } from "./topics.ts";

/** How a course topic was found, and what was done. `sentence` is for the operator. */
export interface SeedReport {
  topic: string;
  state: "complete" | "seeded" | "foreign" | "missing";
  appended: number;
  sentence: string;
}

const batch = 500;
const enough = { records: 1, characters: 10_000_000 };

/**
 * Puts the course's logs into Kafka, once. A partition is complete when its end and its last record match; a seed
 * that was cut short goes on from the end. Records of somebody else are reported and never written over.
 * Without `mayWrite` nothing is created or appended.
 */
export async function seedTopics(
  wanted: CourseTopic[],
  parts: { topics: Topics; reader: SliceReader; appender: Appender },
  mayWrite: boolean,
): Promise<SeedReport[]> {
  const reports: SeedReport[] = [];
  for (const topic of wanted) reports.push(await seedTopic(topic, parts, mayWrite));
  return reports;
}

async function seedTopic(
  wanted: CourseTopic,
  { topics, reader, appender }: { topics: Topics; reader: SliceReader; appender: Appender },
  mayWrite: boolean,
): Promise<SeedReport> {
  const { topic } = wanted;
  const report = (state: SeedReport["state"], appended: number, sentence: string) => ({
    topic,
    state,
    appended,
    sentence,
  });
  const found = await topics.partitions(topic);
  if (found === null) {
    if (!mayWrite)
      return report(
        "missing",
        0,
        `${topic} does not exist at this cluster. Start once with --seed to create it.`,
      );
    await topics.create(topic, wanted.partitions, { "retention.ms": "-1" });
  } else if (found !== wanted.partitions) {
    return report(
      "foreign",
      0,
      `${topic} has ${found} partitions, the course needs ${wanted.partitions}. It was left alone.`,
    );
  }
  const ends = await reader.ends(topic);
  let appended = 0;
  for (let partition = 0; partition < wanted.partitions; partition++) {
    const records = wanted.records.filter(({ position }) => position.partition === partition);
    const { start, end } = ends[partition] ?? { start: 0, end: 0 };
    if (start > 0)
      return report(
        "foreign",
        appended,
        `${topic}-${partition} begins at offset ${start}; its first records are gone.`,
      );
    const last = Math.min(end, records.length) - 1;
    if (last >= 0 && !(await lies(reader, records[last] as RawRecord))) {
      return report(
        "foreign",
        appended,
        `${topic}-${partition} holds other records than the course's. They were left alone.`,
      );
    }
    if (end >= records.length) continue;
    if (!mayWrite)
      return report(
        "missing",
        appended,
        `${topic}-${partition} ends too early. Start once with --seed to go on.`,
      );
    await append(appender, topic, records.slice(end));
    appended += records.length - end;
  }
  const beyond = ends.reduce((sum, { end }) => sum + end, 0) + appended - wanted.records.length;
  if (beyond > 0) {
    return report(
      "foreign",
      appended,
      `${topic} holds the course's log and ${beyond} records of somebody else after it.`,
    );
  }
  return appended > 0
    ? report("seeded", appended, `${topic}: ${appended} records appended.`)
    : report("complete", 0, `${topic} is complete.`);
}

/** Whether exactly this record lies at its position. */
async function lies(reader: SliceReader, { position, key, value, timestamp }: RawRecord): Promise<boolean> {
  const { topic, partition, offset } = position;
  try {
    const { records } = await reader.read(
      { topic, partitions: [{ partition, from: offset, to: offset + 1 }] },
      enough,
    );
    const there = records[0];
    return there?.key === key && there.value === value && there.timestamp === timestamp;
  } catch (error) {
    if (error instanceof Refusal && error.code === "slice-too-long") return false;
    throw error;
  }
}

async function append(appender: Appender, topic: string, records: RawRecord[]): Promise<void> {
  for (let i = 0; i < records.length; i += batch) {
    await appender.send(
      topic,
      records.slice(i, i + batch).map(({ key, value, headers, timestamp, position }) => ({
        key,
        value,
        headers,
        timestamp: String(timestamp),
        partition: position.partition,
      })),
    );
  }
}
