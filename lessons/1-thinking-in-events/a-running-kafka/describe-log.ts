import type { CleanUp } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";
import { heldDays, items, recordsOn, stockOf } from "./stock.ts";

/** What a new reader gets on a day, in sentences. */
export function describeLog(today: number, cleanUp: CleanUp): string {
  const held = heldDays(today, cleanUp);
  const all = recordsOn(today, cleanUp).map(({ day }) => day);
  const count = `A new reader gets ${held.length} of ${all.length} records`;
  const [ours, right] = [stockOf(held), stockOf(all)];
  const wrong = items.filter((item) => ours[item] !== right[item]);
  if (wrong.length === 0)
    return held.length === all.length
      ? `${count}. The fold is right.`
      : `${count}. The fold happens to be right.`;
  const says = wrong.map((item) => `${signed(ours[item] ?? 0)} ${item} instead of ${right[item]}`);
  return `${count}. The fold says ${says.join(", ")}.`;
}

/** Why these records are left. */
export function explainLog(today: number, { policy, retentionDays }: CleanUp): string {
  const gone = recordsOn(today, { policy, retentionDays }).some(({ held }) => !held);
  if (policy === "compact")
    return gone
      ? "In the closed segments, only the newest record of each item is left. Each record is one change, so the sum has lost all the other changes."
      : "Kafka compacts closed segments only, and the one segment is still open.";
  if (retentionDays < 0) return "There is no limit, so Kafka deletes nothing.";
  return gone
    ? `Kafka deletes a whole segment when its newest record is older than ${retentionDays} days.`
    : today > retentionDays
      ? "Old records are still there: Kafka deletes whole segments, and the newest record of the first one is not old enough yet."
      : "No record is old enough yet.";
}

export const signed = (count: number) => String(count).replace("-", "−");
