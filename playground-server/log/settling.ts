import { setTimeout } from "node:timers/promises";
import { saysUnsettled } from "./unavailable.ts";

/** How long a broker that has come back may take until it leads its partitions again, in ms: 600 of them took 7 s. */
const patience = 15_000;
const pause = 100;

/**
 * Does some work, and again while the broker answers that it does not lead a partition yet: for some moments after
 * its return it greets and lists its topics, and cannot say yet where they end.
 */
export async function settled<T>(work: () => Promise<T>): Promise<T> {
  const last = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!saysUnsettled(error) || performance.now() > last) throw error;
    }
    await setTimeout(pause);
  }
}
