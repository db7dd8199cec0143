import type { ReplayPoint } from "./events.ts";

/** Records a second over the whole fold. */
export function replayRate(line: ReplayPoint[]): number {
  const { records = 0, milliseconds = 0 } = line.at(-1) ?? {};
  return milliseconds > 0 ? (records * 1_000) / milliseconds : 0;
}
