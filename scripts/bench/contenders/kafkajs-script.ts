/**
 * The script a user would write who has no course at hand: KafkaJS, a fresh consumer group, `eachMessage`,
 * `JSON.parse`, and the same reducer without a sandbox.
 */
import kafkajs from "kafkajs";
import { fingerprint } from "../ledger/ledger-records.ts";
import { orders, reportResult } from "./contender.ts";

export interface ScriptOrders {
  brokers: string[];
  topic: string;
  /** The file that exports the reducer. */
  reducer: string;
  /** After so many records the log is at its end. */
  records: number;
  /** Where only one partition counts. */
  partition?: number;
  byKey: boolean;
}

export interface ScriptResult {
  fingerprint: string;
  /** From its first message to its result, in ms. */
  folding: number;
}

const { brokers, topic, reducer, records, partition: wanted, byKey } = orders<ScriptOrders>();
const { initialState, evolve } = await import(reducer);

const kafka = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: `script-${process.pid}` });
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });

const states = new Map<string, object>();
let folded = 0;
let first = 0;
await consumer.run({
  eachMessage: async ({ partition, message }) => {
    if (wanted !== undefined && partition !== wanted) return;
    first ||= performance.now();
    const key = byKey ? String(message.key) : "";
    states.set(key, evolve(states.get(key) ?? initialState(), JSON.parse(String(message.value))));
    if (++folded < records) return;
    const folding = performance.now() - first;
    await reportResult<ScriptResult>({ fingerprint: fingerprint(states), folding });
    process.exit(0);
  },
});
