import { readFileSync } from "node:fs";
import { contend } from "./contenders/contender.ts";
import type { ScriptOrders, ScriptResult } from "./contenders/kafkajs-script.ts";
import type { FetchOrders, FetchResult } from "./contenders/raw-fetch.ts";
import type { FoldOrders, FoldResult } from "./contenders/v8-fold.ts";
import type { House } from "./house.ts";
import { fillTopic } from "./ledger/fill.ts";
import { fingerprint, ledgerReducer } from "./ledger/records.ts";
import { counted, foldTopic, type Measurement } from "./measurement.ts";
import { ask, endOf, visitor } from "./requests.ts";
import { median, medianRow, type Row } from "./table.ts";

const rounds = 3;

/** The fold lane beside the script a user would write, the bare fold and the bare fetch. */
export const foldLane: Measurement = {
  name: "fold",
  async measure(house, { foldRecords }): Promise<Row[]> {
    return [
      ...(await raceOver(house, { partitions: 4, records: foldRecords, atLeast: 0.8 })),
      ...(await raceOver(house, { partitions: 1, records: foldRecords, atLeast: 0.5 })),
    ];
  },
};

async function raceOver(
  { kafka, url }: House,
  { partitions, records, atLeast }: { partitions: number; records: number; atLeast: number },
): Promise<Row[]> {
  const topic = foldTopic(partitions);
  await fillTopic(kafka, { topic, partitions, records });
  const one = visitor(url);
  const scriptOrders: ScriptOrders = {
    ...{ brokers: kafka.brokers, topic: kafka.topicPrefix + topic },
    ...{ reducer: ledgerReducer, records, byKey: true },
  };
  const script: number[] = [];
  const fromFirst: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  const fetched: number[] = [];
  const prints = new Set<string>();
  const rate = (ms: number) => (records * 1_000) / ms;
  for (let round = 0; round < rounds; round++) {
    const plain = await contend<ScriptResult>("kafkajs-script.ts", scriptOrders);
    script.push(rate(plain.ms));
    fromFirst.push(rate(plain.result.folding));
    const folded = await foldOnce(one, topic);
    ours.push(rate(folded.ms));
    const foldOrders: FoldOrders = { records };
    const inMemory = (await contend<FoldResult>("v8-fold.ts", foldOrders)).result;
    bare.push(rate(inMemory.folding));
    const fetchOrders: FetchOrders = { settings: kafka, topic };
    fetched.push(rate((await contend<FetchResult>("raw-fetch.ts", fetchOrders)).result.reading));
    for (const { fingerprint } of [plain.result, folded, inMemory]) prints.add(fingerprint);
  }
  if (prints.size > 1) throw new Error("The contenders came to different states.");
  const where = `${counted(records)} by key, ${partitions === 1 ? "1 partition" : `${partitions} partitions`}`;
  const against = (others: number[]): Row["spread"] => {
    const ratios = ours.map((rate, round) => rate / (others[round] as number));
    return [Math.min(...ratios), Math.max(...ratios)];
  };
  return [
    medianRow(`${where}: fold lane, request to end`, "/s", ours),
    medianRow(`${where}: KafkaJS script, process start to result`, "/s", script),
    medianRow(`${where}: KafkaJS script from its first message on`, "/s", fromFirst),
    medianRow(`${where}: the values folded in memory by V8`, "/s", bare),
    medianRow(`${where}: fetched and not decoded`, "/s", fetched),
    {
      what: `${where}: fold lane against the script`,
      ...{ value: median(ours) / median(script), unit: "×", spread: against(script), target: { atLeast } },
    },
    {
      what: `${where}: fold lane against the script from its first message on`,
      ...{ value: median(ours) / median(fromFirst), unit: "×", spread: against(fromFirst) },
    },
  ];
}

async function foldOnce(
  one: ReturnType<typeof visitor>,
  topic: string,
): Promise<{ ms: number; fingerprint: string }> {
  const source = readFileSync(ledgerReducer, "utf8");
  const answer = await ask(one, "/api/runs", { source, log: { topic, scope: "by-key" } });
  const states = endOf(answer).state as Record<string, object>;
  return { ms: answer.end, fingerprint: fingerprint(Object.entries(states)) };
}
