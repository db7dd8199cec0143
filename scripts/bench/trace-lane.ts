import { readFileSync } from "node:fs";
import type { BenchEnvironment } from "./bench-environment.ts";
import { runContender } from "./contenders/contender.ts";
import type { StepsOrders, StepsResult } from "./contenders/engine-steps.ts";
import { fillTopic } from "./ledger/fill-topic.ts";
import { ledgerReducer } from "./ledger/ledger-records.ts";
import type { Measurement } from "./measurement.ts";
import { medianRow, type Row } from "./result-table.ts";
import { ask, endOf, simulateVisitor } from "./simulated-visitor.ts";

/** The longest trace: every step frozen, checked, patched, and folded a second time to compare. */
const records = 5_000;
const warmUps = 3;
const rounds = 9;

/** The trace lane in steps a second. */
export const traceLane: Measurement = {
  name: "trace",
  async measure({ kafka, url }: BenchEnvironment, { mostRounds }): Promise<Row[]> {
    const topic = "course.bench-trace";
    await fillTopic(kafka, { topic, partitions: 1, records });
    const one = simulateVisitor(url);
    const source = readFileSync(ledgerReducer, "utf8");
    const times: number[] = [];
    for (let round = -warmUps; round < Math.min(rounds, mostRounds); round++) {
      const answer = await ask(one, "/api/runs", { source, log: { topic, scope: "by-key" } });
      if (endOf(answer).steps !== records) throw new Error("The trace has lost steps.");
      if (round >= 0) times.push(answer.end);
    }
    const orders: StepsOrders = { records, warmUps, rounds: Math.min(rounds, mostRounds) };
    const { result } = await runContender<StepsResult>("engine-steps.ts", orders);
    const steps = (rounds: number[]) => rounds.map((ms) => (records * 1_000) / ms);
    return [
      medianRow("trace lane over HTTP, 5,000 records of Kafka, request to end", "/s", steps(times), {
        atLeast: 10_000,
      }),
      medianRow("trace lane, the engine alone in one process", "/s", steps(result.folding)),
    ];
  },
};
