import type { Remark } from "../../authoring/remark.ts";
import type { ExerciseUnderCheck } from "./exercise-under-check.ts";

interface TimedRecord {
  key: string | null;
  id: string;
  occurredAt: string;
  line?: number;
}

/**
 * Within one key, time does not go back: most often that is a slip of the author's. An exercise that is about late
 * records says so. A record that is delivered again has the time that it had.
 */
export async function timesByKey(subject: ExerciseUnderCheck): Promise<Remark[]> {
  const { late } = subject.exercise.log;
  const lateRecords = late ? [] : goingBack(await ownRecords(subject));
  return lateRecords.map(({ record, earlier }) => ({
    file: subject.file(record.line === undefined ? "log.ts" : "log.ndjson"),
    ...(record.line !== undefined && { line: record.line }),
    wrong: `\`occurredAt\` of ${record.id} goes back: ${record.occurredAt} comes after ${earlier.occurredAt} of ${earlier.id}, under the key ${record.key}.`,
    next: "Fix the time, or move the record up. If records that come late are what the exercise is about, write in exercise.yaml: log: { late: true }.",
    needed: "course" as const,
  }));
}

function goingBack(records: TimedRecord[]): { record: TimedRecord; earlier: TimedRecord }[] {
  const found: { record: TimedRecord; earlier: TimedRecord }[] = [];
  for (const ofKey of Map.groupBy(records, ({ key }) => key).values()) {
    const ids = new Set<string>();
    let latest: TimedRecord | undefined;
    for (const record of ofKey) {
      if (latest && !ids.has(record.id) && Date.parse(record.occurredAt) < Date.parse(latest.occurredAt))
        found.push({ record, earlier: latest });
      if (!latest || Date.parse(record.occurredAt) >= Date.parse(latest.occurredAt)) latest = record;
      ids.add(record.id);
    }
  }
  return found;
}

/** The records of the exercise's own log: one of a topic that several exercises fold is read with that one's. */
async function ownRecords({ folder, exercise }: ExerciseUnderCheck): Promise<TimedRecord[]> {
  const text = await folder.textOrNone("log.ndjson");
  if (text !== undefined)
    return text
      .split("\n")
      .flatMap((line, at) => (line.trim() ? [{ ...timed(JSON.parse(line)), line: at + 1 }] : []));
  if (!folder.has("log.ts")) return [];
  return exercise.records.map(({ key, value }) => timed({ key, event: JSON.parse(value ?? "null") }));
}

function timed({ key, event }: { key: string | null; event: { metadata: TimedRecord } }): TimedRecord {
  const { id, occurredAt } = event.metadata;
  return { key, id, occurredAt };
}
