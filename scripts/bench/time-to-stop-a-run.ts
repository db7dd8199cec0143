import { setTimeout as sleep } from "node:timers/promises";
import type { ServerInfo } from "../../engine/protocol/response-types.ts";
import { cpuTime } from "../../playground-server/runs/cpu-time.ts";
import type { BenchEnvironment } from "./bench-environment.ts";
import type { Measurement } from "./measurement.ts";
import { runs, treeOf } from "./process-tree.ts";
import { median, medianRow, type Row } from "./result-table.ts";
import { ask, runLesson, simulateVisitor } from "./simulated-visitor.ts";

const rounds = 5;
const lookInterval = 2;
/** Somebody else runs the lesson so often while the bad run goes on, and for a moment after it. */
const goodInterval = 100;
const after = 500;

/** A call that the engine cannot interrupt: only the kill from outside ends it. */
const looping = `export const initialState = () => ({});
export function evolve() { return { n: new Array(1e9).join().length }; }`;
const given = { records: [{ key: "k", event: { type: "Counted", data: {} } }] };

/** How soon a run that has used up its processor time is stopped, and what others notice of it. */
export const hardStop: Measurement = {
  name: "stop",
  async measure(environment: BenchEnvironment, { mostRounds }): Promise<Row[]> {
    const about = (await (await fetch(`${environment.url}/api/about`)).json()) as ServerInfo;
    const limit = about.limits.cpuMilliseconds as number;
    const told: number[] = [];
    const ended: number[] = [];
    const delays: number[] = [];
    const undisturbed: number[] = [];
    for (let i = 0; i < 20; i++) undisturbed.push((await runLesson(simulateVisitor(environment.url))).end);
    for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
      let over = false;
      const bad = stopOnce(environment, limit).finally(() => {
        over = true;
      });
      const good = goodRuns(environment.url, () => over);
      const { answer, end } = await bad;
      told.push(answer - limit);
      if (end !== null) ended.push(end);
      delays.push(Math.max(...(await good)) - median(undisturbed));
      await sleep(after);
    }
    return [
      medianRow("a run in an endless built-in: its last message after the limit of 1.5 s", "ms", told),
      ...(ended.length === 0 ? [] : [endRow(ended)]),
      medianRow("the most that a lesson's run of somebody else is delayed meanwhile", "ms", delays, {
        atMost: 100,
      }),
    ];
  },
};

const endRow = (ended: number[]): Row =>
  medianRow("its process gone from the system, after its processor time is used up", "ms", ended, {
    atMost: 100,
  });

/** Milliseconds from the request to the last message; and from the used-up limit to the process's end, on Linux. */
async function stopOnce(
  { url, pid }: BenchEnvironment,
  limit: number,
): Promise<{ answer: number; end: number | null }> {
  const before = new Map(treeOf(pid).map((child) => [child, cpuTime(child)]));
  before.delete(pid);
  let overLimit: { child: number; since: number } | null = null;
  let end: number | null = null;
  const timer = setInterval(() => {
    if (overLimit) {
      if (end === null && !runs(overLimit.child)) end = performance.now() - overLimit.since;
      return;
    }
    for (const [child, cpu] of before) {
      const used = cpu === null ? 0 : (cpuTime(child) ?? 0) - cpu;
      if (used >= limit) overLimit = { child, since: performance.now() };
    }
  }, lookInterval);
  try {
    const { text, end: answer } = await ask(simulateVisitor(url), "/api/runs", {
      source: looping,
      log: given,
    });
    if (!text.includes('"verdict":"time-limit"')) throw new Error(`It was not stopped: ${text.slice(-300)}`);
    for (let i = 0; i < 50 && overLimit && end === null; i++) await sleep(lookInterval);
    return { answer, end };
  } finally {
    clearInterval(timer);
  }
}

/** The times of lesson runs, one every now and then until `over`, and for a moment after; endless where one is refused. */
async function goodRuns(url: string, over: () => boolean): Promise<number[]> {
  const times: Promise<number>[] = [];
  for (let left = after / goodInterval; left > 0; left -= over() ? 1 : 0) {
    times.push(
      runLesson(simulateVisitor(url)).then(
        ({ end }) => end,
        () => Number.POSITIVE_INFINITY,
      ),
    );
    await sleep(goodInterval);
  }
  return Promise.all(times);
}
