import type { CrashTry } from "../../../engine/labs/projectors/events.ts";
import { compareCounts, type StepOrder } from "../../../engine/labs/projectors/step-orders.ts";
import { projectorEnded } from "./projector-ended.ts";
import type { Views } from "./views.ts";

/** On an empty view: runs the projector up to the crash, starts it again, and counts. */
export async function tryCrashPoint(
  views: Views,
  { order, killAfter }: { order: StepOrder; killAfter: number },
  to: number,
  signal: AbortSignal,
): Promise<CrashTry> {
  const view = `${order}-crash-${killAfter}`;
  await views.clear(view);
  for (const killed of [killAfter, null]) {
    const ended = await views.run({ order, view, to, killAfter: killed }, () => {}, signal);
    signal.throwIfAborted();
    if (ended === "failed") throw projectorEnded();
  }
  const { rows, folded } = await views.count(order, view);
  const counted = rows.reduce((sum, { orders }) => sum + orders, 0);
  await views.clear(view);
  return { order, killAfter, counted, folded, result: compareCounts(counted, folded) };
}
