import { readFileSync } from "node:fs";
import { contend } from "./contenders/contender.ts";
import type { StepsOrders, StepsResult } from "./contenders/engine-steps.ts";
import type { House } from "./house.ts";
import { fillTopic } from "./ledger/fill.ts";
import { ledgerReducer } from "./ledger/records.ts";
import type { Measurement } from "./measurement.ts";
import { ask, endOf, visitor } from "./requests.ts";
import { medianRow, type Row } from "./table.ts";

/** The longest trace: every step frozen, checked, patched, and folded a second time to compare. */
const records = 5_000;
const warmUps = 3;
const rounds = 9;

/** The trace lane in steps a second. */
export const traceLane: Measurement = {
  name: "trace",
  async measure({ kafka, url }: House): Promise<Row[]> {
    const topic = "course.bench-trace";
    await fillTopic(kafka, { topic, partitions: 1, records });
    const one = visitor(url);
    const source = readFileSync(ledgerReducer, "utf8");
    const times: number[] = [];
    for (let round = -warmUps; round < rounds; round++) {
      const answer = await ask(one, "/api/runs", { source, log: { topic, scope: "by-key" } });
      if (endOf(answer).steps !== records) throw new Error("The trace has lost steps.");
      if (round >= 0) times.push(answer.end);
    }
    const orders: StepsOrders = { records, warmUps, rounds };
    const { result } = await contend<StepsResult>("engine-steps.ts", orders);
    const steps = (rounds: number[]) => rounds.map((ms) => (records * 1_000) / ms);
    return [
      medianRow("trace lane over HTTP, 5,000 records of Kafka, request to end", "/s", steps(times), {
        atLeast: 10_000,
      }),
      medianRow("trace lane, the engine alone in one process", "/s", steps(result.folding)),
    ];
  },
};
