import { setTimeout as sleep } from "node:timers/promises";
import type { BenchEnvironment } from "./bench-environment.ts";
import type { Measurement } from "./measurement.ts";
import { medianRow, percentile, type Row } from "./result-table.ts";
import { runLesson, type SimulatedVisitor, simulateVisitor } from "./simulated-visitor.ts";

const rounds = 3;
const maxResponseTime = 1_000;

/** Everybody runs the lesson's code again and again. */
const sessions = 30;
const runsEach = 10;

/** Runs come at a fixed rate, each of somebody else, whether or not those before are done. */
const firstRate = 40;
const rateFactor = 1.2;
const highestRate = 1_000;
/** Long enough for a queue that grows to be seen. */
const secondsAtRate = 5;

/** A class at once. */
export const concurrentVisitors: Measurement = {
  name: "crowd",
  async measure({ url }: BenchEnvironment, { mostRounds }): Promise<Row[]> {
    const people = Array.from({ length: sessions }, () => simulateVisitor(url));
    await together(people);
    const closed: number[] = [];
    const open: number[] = [];
    for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
      closed.push(await together(people));
      open.push(await highest(url));
    }
    return [
      medianRow(`lesson runs of ${sessions} sessions at once`, "/s", closed),
      medianRow("lesson runs: the highest rate whose 95th percentile stays below 1 s", "/s", open, {
        atLeast: 60,
      }),
    ];
  },
};

/** Runs a second. */
async function together(people: SimulatedVisitor[]): Promise<number> {
  const started = performance.now();
  await Promise.all(
    people.map(async (person) => {
      for (let i = 0; i < runsEach; i++) await runLesson(person);
    }),
  );
  return (people.length * runsEach * 1_000) / (performance.now() - started);
}

/** The highest of the rates tried, in ascending order, before one is too high; 0 where the first is. */
async function highest(url: string): Promise<number> {
  let held = 0;
  for (let rate = firstRate; rate <= highestRate; rate *= rateFactor) {
    const times = await atRate(url, rate);
    if (percentile(times, 0.95) > maxResponseTime) break;
    held = rate;
  }
  return held;
}

/** Milliseconds from when each run was due to its end; a refused run counts as endless. */
async function atRate(url: string, rate: number): Promise<number[]> {
  const begun = performance.now();
  const runs = Array.from({ length: Math.round(rate * secondsAtRate) }, async (_, i) => {
    const due = begun + (i * 1_000) / rate;
    await sleep(Math.max(0, due - performance.now()));
    return runLesson(simulateVisitor(url)).then(
      () => performance.now() - due,
      () => Number.POSITIVE_INFINITY,
    );
  });
  return Promise.all(runs);
}
