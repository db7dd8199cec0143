import type { RawRecord } from "../../engine/fold/event.ts";
import type { Slice } from "../../engine/fold/trace.ts";
import type { CourseTopic } from "../../exercises/topics.ts";
import { Refusal } from "../errors.ts";
import type { Log } from "../log/open-log.ts";
import { runBounds } from "../runs/read-run-request.ts";

/** So many logs of one exercise are looked at before its author has to give it another id. */
const mostVersions = 100;

/**
 * Brings a pack's log into Kafka and says in which topic it lies. What is in a log stays in a log: where the topic holds
 * an earlier one that was rewritten since, the new one lies in a topic of its own, `course.rain-v2`. Throws refusals.
 */
export async function choosePackTopic(
  wanted: CourseTopic,
  log: Pick<Log, "read" | "seed">,
  mayWrite: boolean,
): Promise<{ name: string; sentence: string }> {
  for (let version = 1; ; version++) {
    const name = version === 1 ? wanted.topic : `${wanted.topic}-v${version}`;
    const last = version === mostVersions;
    if (!last && !(await isBegunBy(name, wanted, log))) continue;
    const [report] = await log.seed([{ ...renamed(wanted, name), topic: name }], mayWrite);
    const state = report?.state ?? "missing";
    if (state !== "foreign" || last)
      return { name, sentence: state === "complete" ? "" : (report?.sentence ?? "") };
  }
}

/** Whether each record of the topic is the wanted one at its place. Seeding looks at the last one only: authors rewrite. */
async function isBegunBy(topic: string, wanted: CourseTopic, log: Pick<Log, "read">): Promise<boolean> {
  const at = ({ position: { partition, offset } }: RawRecord) => `${partition}@${offset}`;
  const places = new Map(wanted.records.map((record) => [at(record), record]));
  try {
    const { records } = await log.read({ topic }, runBounds);
    return records.every((record) => {
      const there = places.get(at(record));
      return (
        there?.key === record.key && there.value === record.value && there.timestamp === record.timestamp
      );
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === "topic-unknown") return true;
    if (error instanceof Refusal && error.code === "slice-too-long") return false;
    throw error;
  }
}

/** The same records, and the same slice of them, in another topic. */
export function renamed<T extends { records: RawRecord[]; slice?: Slice }>(of: T, topic: string): T {
  return {
    ...of,
    records: of.records.map((record) => ({ ...record, position: { ...record.position, topic } })),
    ...(of.slice && { slice: { ...of.slice, topic } }),
  };
}
