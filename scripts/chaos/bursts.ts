import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Row } from "../bench/result-table.ts";
import { countingRun, endlessProgram, endlessRun } from "./programs.ts";
import type { Scenario } from "./scenario.ts";
import { type Answer, Learner, outcomeOf } from "./simulated-learner.ts";

const burst = 100;
const parallel = 5;
const attacker = "127.0.0.66";
const other = "127.0.0.7";
/** Time, in ms, until the burst holds all slots that it can get. */
const headStart = 300;

/** A hundred runs at once that sit in a built-in, each under a session that somebody made up. */
export const bursts: Scenario = {
  name: "bursts",
  async run(environment, { bursts: rounds }): Promise<Row[]> {
    const server = await environment.startServer();
    const { url } = server;
    let nonce = 0;
    const fromOther: Answer[] = [];
    const fromSame: Answer[] = [];
    const besideParallel: Answer[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [address, answers] of [
        [other, fromOther],
        [attacker, fromSame],
      ] as const) {
        const learner = await Learner.known(url, address);
        const leaving = new AbortController();
        const hostile = Array.from({ length: burst }, () =>
          new Learner(randomBytes(24).toString("hex"), attacker).post(
            url,
            "/api/runs",
            endlessProgram(++nonce),
            leaving.signal,
          ),
        );
        await sleep(headStart);
        answers.push(await learner.post(url, "/api/runs", countingRun(++nonce)));
        leaving.abort();
        await Promise.all(hostile);
        await untilQuiet(url);
      }
      const eager = await Learner.known(url, attacker);
      const learner = await Learner.known(url, other);
      const leaving = new AbortController();
      const runs = Array.from({ length: parallel }, () =>
        eager.post(url, "/api/runs", endlessRun(++nonce), leaving.signal),
      );
      await sleep(headStart / 3);
      besideParallel.push(await learner.post(url, "/api/runs", countingRun(++nonce)));
      leaving.abort();
      await Promise.all(runs);
      await untilQuiet(url);
    }
    await server.end();
    const notServed = fromOther.filter((answer) => outcomeOf(answer) !== "ok").length;
    const neither = fromSame.filter((answer) => !["ok", "busy"].includes(outcomeOf(answer))).length;
    return [
      row(`a run from another address during a burst of ${burst} hostile runs`, fromOther, 2_000),
      { what: "such a run refused", value: notServed, unit: "runs", target: { atMost: 0 } },
      row("a run from the same address, another session: answered, or refused as busy", fromSame, 5_000),
      {
        what: "such a run neither answered nor refused as busy",
        value: neither,
        unit: "runs",
        target: { atMost: 0 },
      },
      row(`a run beside ${parallel} parallel runs of another session`, besideParallel, 300),
    ];
  },
};

function row(what: string, answers: Answer[], atMost: number): Row {
  const times = answers.map(({ milliseconds }) => milliseconds);
  return { what, value: Math.max(...times), unit: "ms", target: { atMost } };
}

/** Waits until the server has no run under way and none that waits. */
async function untilQuiet(url: string): Promise<void> {
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const counts = [...text.matchAll(/^offset_zero_(?:slots_busy|runs_waiting) (\d+)$/gm)].map(([, n]) =>
      Number(n),
    );
    if (counts.length > 0 && counts.every((n) => n === 0)) return;
    await sleep(100);
  }
}
