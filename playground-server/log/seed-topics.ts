import type { RawRecord } from "../../engine/fold/event.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { problemOf, Refusal } from "../errors.ts";
import type { Appender } from "./append.ts";
import { longestSpan } from "./produce-request.ts";
import type { SliceReader } from "./slice-reader.ts";
import type { TopicMetadata } from "./topic-metadata.ts";

/** How a course topic was found, and what was done. `sentence` is for the operator. */
export interface SeedReport {
  topic: string;
  state: "complete" | "seeded" | "foreign" | "missing" | "corrupt";
  appended: number;
  sentence: string;
}

interface SeedParts {
  topics: TopicMetadata;
  reader: SliceReader;
  appender: Appender;
  topicPrefix: string;
}

/** Records of one batch. */
const recordsPerBatch = 500;
const enough = { records: 1, characters: 10_000_000 };

/**
 * Puts the course's logs into Kafka, once. A partition is complete when its end and its last record match; a seed
 * that was cut short continues from the end. Records of other producers are reported and never overwritten.
 * Without `mayWrite` nothing is created or appended.
 */
export async function seedTopics(
  wanted: CourseTopic[],
  parts: SeedParts,
  mayWrite: boolean,
): Promise<SeedReport[]> {
  const reports: SeedReport[] = [];
  for (const topic of wanted) {
    try {
      reports.push(await seedTopic(topic, parts, mayWrite));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "log-corrupt") throw error;
      reports.push({ topic: topic.topic, state: "corrupt", appended: 0, sentence: problemOf(error).detail });
    }
  }
  return reports;
}

async function seedTopic(
  wanted: CourseTopic,
  { topics, reader, appender, topicPrefix }: SeedParts,
  mayWrite: boolean,
): Promise<SeedReport> {
  const { topic } = wanted;
  // As the operator finds it at the cluster.
  const name = topicPrefix + topic;
  const report = (state: SeedReport["state"], appended: number, sentence: string) => ({
    topic,
    state,
    appended,
    sentence,
  });
  const found = await reader.partitions(topic);
  if (found === null) {
    if (!mayWrite)
      return report(
        "missing",
        0,
        `${name} does not exist at this cluster. Start once with --seed to create it.`,
      );
    await topics.create(topic, wanted.partitions, { "retention.ms": "-1" });
  } else if (found !== wanted.partitions) {
    return report(
      "foreign",
      0,
      `${name} has ${found} partitions, the course needs ${wanted.partitions}. It was not changed.`,
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
        `${name}-${partition} begins at offset ${start}; its first records were deleted.`,
      );
    const last = Math.min(end, records.length) - 1;
    if (last >= 0 && !(await lies(reader, records[last] as RawRecord))) {
      return report(
        "foreign",
        appended,
        `${name}-${partition} has records that are not the course's. They were not changed.`,
      );
    }
    if (end >= records.length) continue;
    if (!mayWrite)
      return report(
        "missing",
        appended,
        `${name}-${partition} ends too early. Start once with --seed to complete it.`,
      );
    await append(appender, topic, partition, records.slice(end));
    appended += records.length - end;
  }
  const beyond = ends.reduce((sum, { end }) => sum + end, 0) + appended - wanted.records.length;
  if (beyond > 0) {
    return report("foreign", appended, `${name} has ${beyond} foreign records after the course's log.`);
  }
  return appended > 0
    ? report("seeded", appended, `${name}: ${appended} records appended.`)
    : report("complete", 0, `${name} is complete.`);
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

async function append(
  appender: Appender,
  topic: string,
  partition: number,
  records: RawRecord[],
): Promise<void> {
  for (const part of inBatches(records)) {
    const outgoing = part.map((record) => ({ ...record, headers: Object.entries(record.headers) }));
    await appender.send(topic, outgoing, partition);
  }
}

/** Cuts records into batches that are short enough, in number and in time. */
function inBatches(records: RawRecord[]): RawRecord[][] {
  const batches: RawRecord[][] = [];
  let [earliest, latest] = [0, 0];
  for (const record of records) {
    const batch = batches.at(-1);
    const [from, to] = [Math.min(earliest, record.timestamp), Math.max(latest, record.timestamp)];
    if (batch && batch.length < recordsPerBatch && to - from <= longestSpan) {
      batch.push(record);
      [earliest, latest] = [from, to];
    } else {
      batches.push([record]);
      earliest = latest = record.timestamp;
    }
  }
  return batches;
}
