import type { Progress } from "../../engine/fold/trace.ts";

/** What waits longer than this, for its log or in the queue, says so, in ms. */
const quietWait = 200;

/** The promise's value; where it takes its time, a progress message says what the run waits for. */
export function reportWait<T>(
  phase: Progress["phase"],
  emit: (message: Progress) => void,
  promise: Promise<T>,
): Promise<T> {
  const notice = setTimeout(() => emit({ kind: "progress", phase, records: 0, total: null }), quietWait);
  return promise.finally(() => clearTimeout(notice));
}

/** Tells the place in the queue as a progress message. */
export function reportPlace(emit: (message: Progress) => void): (place: number) => void {
  return (place) => emit({ kind: "progress", phase: "queued", records: 0, total: null, place });
}

/** The promise's value, or the signal's reason as soon as it is given up. */
export async function rejectOnAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", giveUp);
    promise.catch(() => {});
  }
}
