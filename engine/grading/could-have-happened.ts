import type { Case } from "./checks.ts";

/** Whether every record of a log has an id of its own. Without one, `metadata.id` would be another at each place. */
export function hasEachRecordOnce({ records }: Case): boolean {
  const ids = records.map(({ event }) => event.metadata?.id);
  return !ids.includes(undefined) && new Set(ids).size === ids.length;
}

/** Whether, besides, no record happened before the one it follows. */
export function isInOrderOfTime(log: Case): boolean {
  const times = log.records.map(({ event }) => Date.parse(event.metadata?.occurredAt ?? ""));
  return (
    hasEachRecordOnce(log) &&
    times.every((time, place) => place === 0 || time >= (times[place - 1] as number))
  );
}
