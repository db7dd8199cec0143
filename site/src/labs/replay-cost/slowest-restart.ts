import type { IntervalCost, RestartPoint } from "../../../../engine/labs/replay-cost/events.ts";

/** The restart of an interval that took longest; null where none was measured. */
export function slowestRestart({ restarts }: IntervalCost): RestartPoint | null {
  return restarts.toSorted((a, b) => b.milliseconds - a.milliseconds)[0] ?? null;
}
