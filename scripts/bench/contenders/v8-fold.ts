/** The bare fold: the same values in memory, `JSON.parse` and the reducer in V8, no Kafka and no sandbox. */

import { fingerprint, ledgerRecord } from "../ledger/ledger-records.ts";
import { evolve, initialState } from "../ledger/reducer.ts";
import { orders, reportResult } from "./contender.ts";

export interface FoldOrders {
  records: number;
}

export interface FoldResult {
  fingerprint: string;
  folding: number;
}

const { records } = orders<FoldOrders>();
const log = Array.from({ length: records }, (_, n) => ledgerRecord(n));

const begun = performance.now();
const states = new Map<string, ReturnType<typeof initialState>>();
for (const { key, value } of log) {
  states.set(key, evolve(states.get(key) ?? initialState(), JSON.parse(value)));
}
const folding = performance.now() - begun;
await reportResult<FoldResult>({ fingerprint: fingerprint(states), folding });
