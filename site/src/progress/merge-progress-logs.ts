import type { ProgressRecord } from "./progress-event.ts";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byTime(a: ProgressRecord, b: ProgressRecord): number {
  const [one, other] = [a.event.metadata, b.event.metadata];
  return compare(one.occurredAt, other.occurredAt) || compare(one.id, other.id);
}

/** The records in the order in which things happened. */
export const inOrder = (log: ProgressRecord[]): ProgressRecord[] => [...log].sort(byTime);

/**
 * Two logs of one learner as one: every event that one of them has, once, in the order in which things happened. It does
 * not matter which comes first, nor how often. Code that is kept in both at different times counts from the later one.
 */
export function mergeProgressLogs(one: ProgressRecord[], other: ProgressRecord[]): ProgressRecord[] {
  const byId = new Map<string, ProgressRecord>();
  for (const record of [...one, ...other]) {
    const { id } = record.event.metadata;
    const known = byId.get(id);
    if (!known || later(record, known)) byId.set(id, record);
  }
  return inOrder([...byId.values()]);
}

const later = (one: ProgressRecord, other: ProgressRecord) =>
  (byTime(one, other) || compare(JSON.stringify(one), JSON.stringify(other))) > 0;
