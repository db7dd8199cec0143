import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";

/** How long a file may have to wait for another one, in ms. */
export const waitForBrokers = 600_000;
const lookEvery = 200;

/**
 * The three brokers are started once for all tests, and some tests kill them: one file at a time uses them. Resolves, once
 * no other file does, with how to let the next one in.
 */
export async function useThreeBrokers(): Promise<() => Promise<void>> {
  const inUse = join(inject("labsDir"), "..", "three-brokers-in-use");
  const isOurs = () =>
    mkdir(inUse).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST") return false;
        throw error;
      },
    );
  while (!(await isOurs())) await sleep(lookEvery);
  return () => rm(inUse, { recursive: true });
}
