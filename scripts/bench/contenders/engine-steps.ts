/** The trace lane without a server: the engine in one process, folding the ledger's first records again and again. */
import { readFileSync } from "node:fs";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import { ledgerRecord, ledgerReducer } from "../ledger/ledger-records.ts";
import { orders, reportResult } from "./contender.ts";

export interface StepsOrders {
  records: number;
  warmUps: number;
  rounds: number;
}

export interface StepsResult {
  /** Milliseconds of each round. */
  folding: number[];
}

const { records, warmUps, rounds } = orders<StepsOrders>();
const topic = "ledger";
const request: RunRequest = {
  runId: "steps",
  source: readFileSync(ledgerReducer, "utf8"),
  entry: { kind: "reducer" },
  scope: "by-key",
  seed: 0,
  slice: { topic, partitions: [{ partition: 0, from: 0, to: records }] },
  records: Array.from({ length: records }, (_, offset) => ({
    position: { topic, partition: 0, offset },
    headers: {},
    ...ledgerRecord(offset),
  })),
};

const engine = await loadNodeEngine();
const folding: number[] = [];
for (let round = -warmUps; round < rounds; round++) {
  let last: TraceMessage | undefined;
  const begun = performance.now();
  await engine.run(request, (message) => {
    last = message;
  });
  if (round >= 0) folding.push(performance.now() - begun);
  if (last?.kind !== "end" || last.verdict !== "ok" || last.steps !== records) {
    throw new Error(`The engine's fold went wrong: ${JSON.stringify(last).slice(0, 500)}`);
  }
}
await reportResult<StepsResult>({ folding });
