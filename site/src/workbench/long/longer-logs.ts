import type { Scope } from "../../../../engine/fold/trace.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { RepeatedLog } from "../../long-log/repeated-log.ts";

/** A log repeated so often that it has `count` records, and how it is folded. */
export interface LongerLog {
  count: number;
  /** How many keys it has, where each repetition has its own. */
  keys: number | null;
  scope: Scope;
  data: RepeatedLog;
}

/** About how many records are offered. Of a fold by key the sandbox holds the states of all keys. */
const lengths = {
  ownKeys: [1_000, 10_000, 100_000],
  /** A state for all records, of code that the course knows nothing of. */
  playground: [1_000, 100_000, 1_000_000, 10_000_000],
  /** A state for all records may grow with each of them. */
  oneState: [1_000],
};

/**
 * The longer logs that a log is offered as. The log of one cart becomes the logs of many carts, folded by key, so that no
 * state grows with the log: the course's solution folds all of them. A log of several keys that belong together keeps them.
 */
export function longerLogsOf({
  exercise,
  records,
  made,
}: Pick<ExercisePayload, "exercise" | "records" | "made">): LongerLog[] {
  const keys = new Set(records.map(({ key }) => key));
  const ownKeys = !made && (exercise.scope === "by-key" || (keys.size === 1 && !keys.has(null)));
  const offered = made ? lengths.playground : ownKeys ? lengths.ownKeys : lengths.oneState;
  return offered.map((length) => {
    const times = Math.ceil(length / records.length);
    return {
      count: times * records.length,
      keys: ownKeys ? times * keys.size : null,
      scope: ownKeys ? "by-key" : exercise.scope,
      data: { kind: "repeated", slice: exercise.slice, records, times, ...(ownKeys && { ownKeys }) },
    };
  });
}
