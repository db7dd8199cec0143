import { type JsonObject, sameJson } from "../../fold/json.ts";
import { countOfMerges, possibleMerges, recordsIn } from "../../fold/laws/partition-merges.ts";
import type { ShownRecord } from "../topics/topic-events.ts";
import { answerOf, foldRecords, type OrderedReducer } from "./reducers.ts";

export interface Outcome {
  answer: JsonObject;
  /** How many of the merges end so. */
  merges: number;
  /** One that does. */
  example: ShownRecord[];
}

export interface Interleavings {
  /** How many merges keep the order of each partition; Infinity where there are too many to count. */
  possible: number;
  tried: number;
  /** The most common first. */
  outcomes: Outcome[];
}

/** Two orders of the same few records that are both allowed, and end differently. */
export interface OrderDifference {
  orders: [one: ShownRecord[], other: ShownRecord[]];
  answers: [one: JsonObject, other: JsonObject];
}

const seed = 1;

/** Folds every order in which a consumer may get these partitions, or a sample of `most` of them. */
export function interleavingsOf(
  partitions: ShownRecord[][],
  reducer: OrderedReducer,
  most = 1_000,
): Interleavings {
  const merges = possibleMerges(partitions, most, seed);
  const outcomes = new Map<string, Outcome>();
  for (const merge of merges) {
    const example = recordsIn(merge, partitions);
    const answer = answerOf(foldRecords(reducer, example));
    const name = JSON.stringify(Object.entries(answer).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const known = outcomes.get(name);
    if (known) known.merges++;
    else outcomes.set(name, { answer, merges: 1, example });
  }
  return {
    possible: countOfMerges(partitions.map((records) => records.length)),
    tried: merges.length,
    outcomes: [...outcomes.values()].toSorted((a, b) => b.merges - a.merges),
  };
}

/** So many records are left in at most when the smallest difference is looked for. */
const mostLeft = 4;

/**
 * The fewest of the records whose order matters: some of them, each partition in its own order, of which two merges end
 * differently. Null where no choice of up to four records has two ends.
 */
export function smallestDifference(
  partitions: ShownRecord[][],
  reducer: OrderedReducer,
): OrderDifference | null {
  const records = partitions.flat();
  for (let size = 2; size <= mostLeft; size++) {
    for (const chosen of choices(records, size)) {
      const left = partitions.map((ofPartition) => ofPartition.filter((record) => chosen.includes(record)));
      if (left.filter(({ length }) => length > 0).length < 2) continue;
      const [one, other] = interleavingsOf(left, reducer).outcomes;
      if (one && other && !sameJson(one.answer, other.answer))
        return { orders: [one.example, other.example], answers: [one.answer, other.answer] };
    }
  }
  return null;
}

function* choices<T>(list: T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= list.length - size; at++)
      for (const rest of choices(list, size - 1, at + 1)) yield [list[at] as T, ...rest];
}
