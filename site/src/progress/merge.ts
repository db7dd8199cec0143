import type { ProgressRecord } from "./event.ts";

const byTime = (a: ProgressRecord, b: ProgressRecord) => {
  const [one, other] = [a.event.metadata, b.event.metadata];
  return compare(one.occurredAt, other.occurredAt) || compare(one.id, other.id);
};
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The records in the order in which things happened. */
export const inOrder = (log: ProgressRecord[]): ProgressRecord[] => [...log].sort(byTime);

/**
 * Two logs of one learner as one: every event that one of them has, once, in the order in which things happened. It does
 * not matter which comes first, nor how often.
 */
export function merged(one: ProgressRecord[], other: ProgressRecord[]): ProgressRecord[] {
  const byId = new Map([...one, ...other].map((record) => [record.event.metadata.id, record]));
  return inOrder([...byId.values()]);
}
