import { setTimeout as sleep } from "node:timers/promises";
import { fillTopic } from "../bench/ledger/fill-topic.ts";
import { treeOf } from "../bench/process-tree.ts";
import type { Row } from "../bench/result-table.ts";
import { isReady, type ServerProcess } from "../server-process.ts";
import { countingRun } from "./programs.ts";
import type { Scenario } from "./scenario.ts";
import { type Answer, Learner, outcomeOf } from "./simulated-learner.ts";

const topic = "course.chaos-long";
const partitions = 4;

/** Long logs are folded while the broker or a sandbox of the fold is killed at any moment, the last one included. */
export const longFolds: Scenario = {
  name: "long-folds",
  async run(environment, { longFolds: count, longRecords }): Promise<Row[]> {
    await fillTopic(environment.kafka, { topic, partitions, records: longRecords });
    const server = await environment.startServer();
    const learner = await Learner.known(server.url);
    const undisturbed = await fold(server, learner, 0);
    if (outcomeOf(undisturbed) !== "ok") {
      throw new Error(`A long fold went wrong before any kill: ${JSON.stringify(undisturbed.lines.at(-1))}`);
    }
    let withOneEnd = 0;
    let agreeing = 0;
    let whole = 0;
    for (let i = 1; i <= count; i++) {
      const running = fold(server, learner, i);
      // From the first record to a little past the last one.
      await sleep(((i - 0.5) / count) * undisturbed.milliseconds * 1.05);
      if (i % 2 === 0) await environment.killBroker();
      else killLane(server);
      const answer = await running;
      const ends = answer.lines.filter(({ kind }) => kind === "end");
      if (ends.length === 1 && answer.lines.at(-1)?.kind === "end") withOneEnd++;
      if (ends.length === 1 && (ends[0]?.state as { n: number } | null)?.n === ends[0]?.steps) agreeing++;
      if (ends[0]?.verdict === "ok") whole++;
      while (!(await isReady(server.url))) await sleep(100);
    }
    await server.end();
    const under = `of ${count} long folds under kills of broker and sandbox`;
    return [
      { what: `with exactly one end, ${under}`, value: withOneEnd, unit: "runs", target: { atLeast: count } },
      {
        what: `whose steps and state agree, ${under}`,
        value: agreeing,
        unit: "runs",
        target: { atLeast: count },
      },
      { what: `folded to the last record all the same, ${under}`, value: whole, unit: "runs" },
    ];
  },
};

function fold({ url }: ServerProcess, learner: Learner, nonce: number): Promise<Answer> {
  return learner.post(url, "/api/runs", countingRun(nonce, { topic }));
}

/** The processes of a fold are the youngest children of the server. */
function killLane(server: ServerProcess): void {
  const lane = treeOf(server.process.pid)
    .slice(1)
    .toSorted((a, b) => b - a)[0];
  if (lane !== undefined) process.kill(lane, "SIGKILL");
}
