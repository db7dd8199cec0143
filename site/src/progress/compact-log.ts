import { bounds } from "./log-limits.ts";
import { inOrder } from "./merge-progress-logs.ts";
import type { ProgressEvent, ProgressRecord } from "./progress-event.ts";

/**
 * The log made short. As in Kafka the last record of every key stays, where the key here is all that the event says but
 * for what may change with time: which hint, which part, which attempt. What is computed from the log stays the same.
 * If that is not enough, the oldest go: code that is kept first, passes last. That is retention, and it forgets.
 */
export function compactLog(log: ProgressRecord[], most = bounds): ProgressRecord[] {
  const first = new Map<string, ProgressRecord>();
  const last = new Map<string, ProgressRecord>();
  for (const record of inOrder(log)) {
    const about = subject(record.event);
    if (!first.has(about)) first.set(about, record);
    last.set(about, record);
  }
  const kept = [...last].map(([about, record]) =>
    firstCounts(record.event) ? (first.get(about) as ProgressRecord) : record,
  );
  return within(inOrder(kept), most);
}

/** The log as it is where there is room for it, else made short. */
export const limitLog = (log: ProgressRecord[], most = bounds): ProgressRecord[] =>
  isWithinBounds(log, most) ? log : compactLog(log, most);

const size = ({ event }: ProgressRecord) => JSON.stringify(event).length + 60;
const characters = (log: ProgressRecord[]) => log.reduce((sum, record) => sum + size(record), 0);
const isWithinBounds = (log: ProgressRecord[], most: typeof bounds) =>
  log.length <= most.records && characters(log) <= most.characters;

/** Some room is left when something has to go, so that the next record does not begin it all again. */
const share = 0.9;

function within(log: ProgressRecord[], most: typeof bounds): ProgressRecord[] {
  if (isWithinBounds(log, most)) return log;
  let left = characters(log);
  const gone = new Set<ProgressRecord>();
  for (const record of [...log].sort((a, b) => worth(a.event) - worth(b.event))) {
    const enough = log.length - gone.size <= most.records * share && left <= most.characters * share;
    if (enough) break;
    gone.add(record);
    left -= size(record);
  }
  return log.filter((record) => !gone.has(record));
}

const worth = ({ type }: ProgressEvent) => (type === "CodeKept" ? 0 : type === "ExercisePassed" ? 2 : 1);

/** Of answers and failed attempts the order of the first time counts, so the first stays and not the last. */
const firstCounts = ({ type }: ProgressEvent) =>
  type === "QuizAnswered" || type === "CheckFailed" || type === "PartRead" || type === "LessonClaimed";

function subject({ type, data }: ProgressEvent): string {
  const about =
    type === "ExercisePassed"
      ? [data.exercise]
      : type === "SolutionSeen"
        ? [data.exercise]
        : Object.values(data);
  return JSON.stringify([type, ...about]);
}
