import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";

/** Records to fold in this order, from the initial state or from a state that was kept. */
export interface FoldRequest {
  records: RawRecord[];
  from?: Json;
  /** The clock and the random numbers of the fold follow from it. */
  seed?: number;
}

/** What a fold of some records gave. */
export interface Folded {
  /**
   * The state before the first record, then the state after each. A record that is no event leaves the state as it
   * was. Where the fold stopped, the states up to there; none where there was not even an initial one.
   */
  states: Json[];
  /** Why there is no state after the next record; null where the fold came to its end. */
  stopped: Stopped | null;
}

export interface Stopped {
  message: string;
  /** What the code changed of the things it was given. */
  changed?: Change;
}

/** A value that was changed in place, where, and what it had become; `after` is undefined where that is not known. */
export interface Change {
  of: "state" | "event";
  path: string[];
  after?: Json;
}

/**
 * All that the laws know of a reducer: a way to fold. Each request is a fold of its own, in a fresh instance of the
 * code; a call gives an answer for every request, in their order. Made of the traces of an engine by `foldedFromTrace`.
 */
export type Folding = (requests: FoldRequest[]) => Promise<Folded[]>;

/** The fold of one request. */
export async function foldOnce(fold: Folding, request: FoldRequest): Promise<Folded> {
  const [folded] = await fold([request]);
  if (!folded) throw new Error("The folding gave no answer.");
  return folded;
}

/** Requests that go into one call: enough to fold side by side, few enough to stop early. */
const requestsPerCall = 40;

/** Folds request after request, in calls of many, and gives the first finding that `judge` makes. */
export async function firstFinding<Finding>(
  fold: Folding,
  count: number,
  requestAt: (index: number) => FoldRequest,
  judge: (folded: Folded, index: number) => Finding | null,
): Promise<Finding | null> {
  for (let start = 0; start < count; start += requestsPerCall) {
    const length = Math.min(requestsPerCall, count - start);
    const answers = await fold(Array.from({ length }, (_, i) => requestAt(start + i)));
    for (let i = 0; i < length; i++) {
      const folded = answers[i];
      if (!folded) throw new Error("The folding gave fewer answers than it was asked for.");
      const finding = judge(folded, start + i);
      if (finding !== null) return finding;
    }
  }
  return null;
}
