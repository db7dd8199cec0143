import { setTimeout as sleep } from "node:timers/promises";
import type { ServerActivity } from "../postgres/server-activity.ts";

/** Most statements are done before the first look, in ms. */
const firstLook = 4;
const longestLook = 64;

/**
 * Waits until a statement is done, or until its process waits for others. Gives those, or null when it is done. A process
 * that was just let go is not taken for a waiting one: the server's table of locks says who blocks whom.
 */
export async function waitForStatement(
  done: Promise<unknown>,
  pid: number,
  activity: ServerActivity,
): Promise<number[] | null> {
  const settled = done.then(
    () => true,
    () => true,
  );
  for (let look = firstLook; ; look = Math.min(look * 2, longestLook)) {
    if (await Promise.race([settled, sleep(look, false)])) return null;
    const [now] = await activity.of([pid]);
    if (now?.waits && now.blockers.length > 0) return now.blockers;
  }
}
