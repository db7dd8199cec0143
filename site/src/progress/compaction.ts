import type { ProgressEvent, ProgressRecord } from "./event.ts";
import { inOrder } from "./merge.ts";
import { bounds } from "./store.ts";

/**
 * The log made short. As in Kafka the last record of every key stays, where the key here is all that the event says but
 * for what may change with time: which hint, which part, which attempt. What is computed from the log stays the same.
 * If that is not enough, the oldest go that are no pass: that is retention, and it forgets.
 */
export function compacted(log: ProgressRecord[], most = bounds.records): ProgressRecord[] {
  const last = new Map<string, ProgressRecord>();
  const first = new Map<string, ProgressRecord>();
  for (const record of inOrder(log)) {
    const about = subject(record.event);
    last.set(about, record);
    if (!first.has(about)) first.set(about, record);
  }
  const kept = inOrder(
    [...last].map(([about, record]) => (ordered(record.event) ? (first.get(about) ?? record) : record)),
  );
  if (kept.length <= most) return kept;
  const few = Math.floor(most * 0.9);
  const passes = kept.filter(({ event }) => event.type === "ExercisePassed").slice(-few);
  const rest = kept.filter(({ event }) => event.type !== "ExercisePassed");
  return inOrder([...passes, ...rest.slice(rest.length - (few - passes.length))]);
}

/** Of answers and failed attempts the order of the first time counts, so the first stays and not the last. */
const ordered = ({ type }: ProgressEvent) =>
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
