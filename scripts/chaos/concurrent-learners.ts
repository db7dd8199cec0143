import { setTimeout as sleep } from "node:timers/promises";
import { percentile, type Row } from "../bench/result-table.ts";
import { hostileRequests } from "../soak/scenarios.ts";
import { countingRun } from "./programs.ts";
import type { Scenario } from "./scenario.ts";
import { Learner, outcomeOf } from "./simulated-learner.ts";

const pauseBetweenRuns = 20_000;
const hostileShare = 0.03;

/** A class behind one address. Each learner runs something every twenty seconds; one in thirty runs hostile code. */
export const concurrentLearners: Scenario = {
  name: "crowd",
  async run(environment, { learners: count, crowdMilliseconds }): Promise<Row[]> {
    const server = await environment.startServer({ PER_ADDRESS_SESSIONS: String(count) });
    const { url } = server;
    const learners: Learner[] = [];
    // One after the other, as learners open their pages.
    for (let i = 0; i < count; i++) learners.push(await Learner.known(url));
    const until = Date.now() + crowdMilliseconds;
    const times: number[] = [];
    let lost = 0;
    let nonce = 0;
    const work = async (learner: Learner, hostile: boolean) => {
      for (let due = Date.now() + Math.random() * pauseBetweenRuns; due < until; due += pauseBetweenRuns) {
        await sleep(Math.max(0, due - Date.now()));
        const body = hostile ? hostileBody(++nonce) : countingRun(++nonce);
        const answer = await learner.post(url, "/api/runs", body);
        if (hostile) continue;
        times.push(answer.milliseconds);
        if (outcomeOf(answer) !== "ok") lost++;
      }
    };
    await Promise.all(learners.map((learner, i) => work(learner, i < count * hostileShare)));
    await server.end();
    return [
      {
        what: `runs lost, of ${times.length} by ${count} learners behind one address, 3 % of them hostile`,
        value: lost,
        unit: "runs",
        target: { atMost: 0 },
      },
      {
        what: "such a run, 95th percentile",
        value: percentile(times, 0.95),
        unit: "ms",
        target: { atMost: 200 },
      },
    ];
  },
};

/** One of the hostile programs of the soak test: loops, built-ins, memory, recursion, floods, promises. */
function hostileBody(nonce: number) {
  const all = hostileRequests(nonce);
  return all[nonce % all.length]?.body;
}
