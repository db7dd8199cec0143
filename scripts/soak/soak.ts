import { setTimeout as sleep } from "node:timers/promises";
import type { House } from "../bench/house.ts";
import { findings, type Look, lookAt } from "./look.ts";
import { askUntil, type Heard } from "./people.ts";

export interface Soaked {
  heard: Heard;
  looks: Look[];
  before: Look;
  after: Look;
  /** What should not have been; empty when all is well. */
  wrong: string[];
}

const warmUp = 5_000;
/** Until killed processes have been replaced and connections have gone. */
const quiet = 8_000;
const looksInAll = 120;

/** Good and hostile runs side by side for so long, bounded in number and on loopback; then a look at what is left. */
export async function soak({ url, pid }: House, milliseconds: number): Promise<Soaked> {
  await askUntil(url, Date.now() + warmUp);
  await sleep(quiet);
  const before = lookAt(pid);
  const looks: Look[] = [];
  const timer = setInterval(() => looks.push(lookAt(pid)), milliseconds / looksInAll);
  const heard = await askUntil(url, Date.now() + milliseconds);
  clearInterval(timer);
  await sleep(quiet);
  const after = lookAt(pid);
  return { heard, looks, before, after, wrong: [...heard.wrong, ...findings(before, looks, after)] };
}
