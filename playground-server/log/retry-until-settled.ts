import { setTimeout } from "node:timers/promises";
import { saysUnsettled } from "./kafka-errors.ts";

/** How long a broker that has come back may take until it leads its partitions again, in ms: 600 of them took 7 s. */
const maxWait = 15_000;
const pause = 100;

/**
 * Does some work, and again while the broker answers that it does not lead a partition yet: for some moments after
 * its return it greets and lists its topics, and cannot say yet where they end. `isUnsettled`: which errors pass.
 */
export async function retryUntilSettled<T>(
  work: () => Promise<T>,
  isUnsettled: (error: unknown) => boolean = saysUnsettled,
): Promise<T> {
  const last = performance.now() + maxWait;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isUnsettled(error) || performance.now() > last) throw error;
    }
    await setTimeout(pause);
  }
}
