import { readFileSync } from "node:fs";
import type { BenchEnvironment } from "./bench-environment.ts";
import { runContender } from "./contenders/contender.ts";
import type { ScriptOrders, ScriptResult } from "./contenders/kafkajs-script.ts";
import type { FetchOrders, FetchResult } from "./contenders/raw-fetch.ts";
import type { FoldOrders, FoldResult } from "./contenders/v8-fold.ts";
import { fillTopic } from "./ledger/fill-topic.ts";
import { fingerprint, ledgerReducer } from "./ledger/ledger-records.ts";
import { foldTopic, formatRecords, type Measurement, type Scale } from "./measurement.ts";
import { median, medianRow, type Row } from "./result-table.ts";
import { ask, endOf, simulateVisitor } from "./simulated-visitor.ts";

const rounds = 3;

/** The fold lane beside the script a user would write, the bare fold and the bare fetch. */
export const foldLane: Measurement = {
  name: "fold",
  async measure(environment, scale): Promise<Row[]> {
    return [
      ...(await raceOver(environment, scale, { partitions: 4, atLeast: 0.8 })),
      ...(await raceOver(environment, scale, { partitions: 1, atLeast: 0.5 })),
    ];
  },
};

async function raceOver(
  { kafka, url }: BenchEnvironment,
  { foldRecords: records, mostRounds }: Scale,
  { partitions, atLeast }: { partitions: number; atLeast: number },
): Promise<Row[]> {
  const topic = foldTopic(partitions);
  await fillTopic(kafka, { topic, partitions, records });
  const one = simulateVisitor(url);
  const scriptOrders: ScriptOrders = {
    brokers: kafka.brokers,
    topic: kafka.topicPrefix + topic,
    reducer: ledgerReducer,
    records,
    byKey: true,
  };
  const script: number[] = [];
  const fromFirst: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  const fetched: number[] = [];
  const verifying: number[] = [];
  const prints = new Set<string>();
  const rate = (ms: number) => (records * 1_000) / ms;
  for (let round = 0; round < Math.min(rounds, mostRounds); round++) {
    const plain = await runContender<ScriptResult>("kafkajs-script.ts", scriptOrders);
    script.push(rate(plain.ms));
    fromFirst.push(rate(plain.result.folding));
    const folded = await foldOnce(one, topic);
    ours.push(rate(folded.ms));
    const foldOrders: FoldOrders = { records };
    const inMemory = (await runContender<FoldResult>("v8-fold.ts", foldOrders)).result;
    bare.push(rate(inMemory.folding));
    const fetchOrders: FetchOrders = { settings: kafka, topic };
    const fetch = (await runContender<FetchResult>("raw-fetch.ts", fetchOrders)).result;
    fetched.push(rate(fetch.reading));
    verifying.push(fetch.verifying / folded.ms);
    for (const { fingerprint } of [plain.result, folded, inMemory]) prints.add(fingerprint);
  }
  if (prints.size > 1) throw new Error("The contenders came to different states.");
  const where = `${formatRecords(records)} by key, ${partitions === 1 ? "1 partition" : `${partitions} partitions`}`;
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
    medianRow(`${where}: checksums, of the time of the fold lane`, "×", verifying, { atMost: 0.05 }),
    {
      what: `${where}: fold lane against the script`,
      value: median(ours) / median(script),
      unit: "×",
      spread: against(script),
      target: { atLeast },
    },
    {
      what: `${where}: fold lane against the script from its first message on`,
      value: median(ours) / median(fromFirst),
      unit: "×",
      spread: against(fromFirst),
    },
  ];
}

async function foldOnce(
  one: ReturnType<typeof simulateVisitor>,
  topic: string,
): Promise<{ ms: number; fingerprint: string }> {
  const source = readFileSync(ledgerReducer, "utf8");
  const answer = await ask(one, "/api/runs", { source, log: { topic, scope: "by-key" } });
  const states = endOf(answer).state as Record<string, object>;
  return { ms: answer.end, fingerprint: fingerprint(Object.entries(states)) };
}
