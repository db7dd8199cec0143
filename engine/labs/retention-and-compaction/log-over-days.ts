/** The settings of a topic that decide what is left of its log. The rest has Kafka's defaults. */
export interface CleanUp {
  policy: "delete" | "compact";
  /** `retention.ms` in days; -1 is no limit. Only the policy `delete` reads it. */
  retentionDays: number;
}

/** Kafka's defaults: `cleanup.policy=delete`, and seven days for both `retention.ms` and `segment.ms`. */
export const defaultCleanUp: CleanUp = { policy: "delete", retentionDays: 7 };
const segmentDays = 7;

export interface RecordOfDay {
  /** Its day, and its offset: one record is appended each day, from day 0 on. */
  day: number;
  key: string;
  /** Which file of the log it was written to. */
  segment: number;
  held: boolean;
}

/**
 * What is left of the log of one partition on a day, soon after that day's record. Kafka begins a new segment with the
 * first record that is more than `segment.ms` younger than the segment's first one. It deletes whole segments, once their
 * newest record is older than `retention.ms`. It compacts closed segments, and keeps the newest record of each key in
 * them. `log-over-days.kafka.test.ts` compares this with a real broker.
 */
export function logOnDay(
  today: number,
  { policy, retentionDays }: CleanUp,
  keys: readonly string[],
): RecordOfDay[] {
  const segmentOf = (day: number) => Math.floor(day / (segmentDays + 1));
  const keyOf = (day: number) => keys[day % keys.length] ?? "";
  const open = segmentOf(today);
  const days = Array.from({ length: today + 1 }, (_, day) => day);
  const newestClosed = new Map(
    days.filter((day) => segmentOf(day) < open).map((day): [string, number] => [keyOf(day), day]),
  );
  return days.map((day) => {
    const segment = segmentOf(day);
    const newestOfSegment = Math.min(today, (segment + 1) * (segmentDays + 1) - 1);
    const expired = retentionDays >= 0 && today - newestOfSegment >= retentionDays && segment < open;
    const replaced = segment < open && newestClosed.get(keyOf(day)) !== day;
    return { day, key: keyOf(day), segment, held: policy === "delete" ? !expired : !replaced };
  });
}
