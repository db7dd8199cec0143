import { setTimeout as sleep } from "node:timers/promises";
import type { Kafka, Producer } from "kafkajs";
import type { Acks, SendChange } from "../../../engine/labs/cluster/events.ts";
import { kafkaJsMessage } from "../kafkajs-message.ts";

/** One record every so many ms. */
const paceMs = 50;
/** A broker answers one request of a connection after the other: with acks=all, one connection would be the bottleneck. */
const connections = 8;
/** How long a broker may wait for in-sync replicas, and how long a client goes on trying (delivery.timeout.ms). */
const requestTimeoutMs = 3_000;
const deliveryTimeoutMs = 12_000;
const firstBackoffMs = 200;
const mostBackoffMs = 1_000;
const reportMs = 100;
const acksNumbers: Record<Acks, number> = { "0": 0, "1": 1, all: -1 };

export interface SendRunOptions {
  kafka: Kafka;
  topic: string;
  partition: number;
  run: number;
  acks: Acks;
  count: number;
  report(changes: SendChange[]): void;
}

/**
 * Sends numbered records at a steady pace and reports what the producer is told of each. Retries are this run's own, so
 * that each is seen. Resolves when the last send has its answer; after `signal` no further one begins.
 */
export async function runSends(options: SendRunOptions, signal: AbortSignal): Promise<void> {
  const { kafka, count, report } = options;
  const producers = await Promise.all(
    Array.from({ length: connections }, async () => {
      const producer = kafka.producer({ retry: { retries: 0 } });
      await producer.connect();
      return producer;
    }),
  );
  const begun = Date.now();
  let changes: SendChange[] = [];
  const note = (change: UntimedChange) => changes.push({ ...change, ms: Date.now() - begun } as SendChange);
  const flush = () => {
    if (changes.length === 0) return;
    report(changes);
    changes = [];
  };
  const reporting = setInterval(flush, reportMs);
  try {
    const sends: Promise<void>[] = [];
    for (let n = 0; n < count && !signal.aborted; n++) {
      const producer = producers[n % connections];
      if (producer) sends.push(sendOne(producer, options, n, note));
      await sleep(paceMs, undefined, { signal }).catch(() => {});
    }
    await Promise.all(sends);
  } finally {
    clearInterval(reporting);
    flush();
    await Promise.all(producers.map((producer) => producer.disconnect().catch(() => {})));
  }
}

type WithoutTime<Change> = Change extends unknown ? Omit<Change, "ms"> : never;
type UntimedChange = WithoutTime<SendChange>;

async function sendOne(
  producer: Producer,
  { topic, partition, run, acks }: SendRunOptions,
  n: number,
  note: (change: UntimedChange) => void,
): Promise<void> {
  const deadline = Date.now() + deliveryTimeoutMs;
  note({ n, what: "sent" });
  for (let backoff = firstBackoffMs; ; backoff = Math.min(backoff * 2, mostBackoffMs)) {
    try {
      const [written] = await producer.send({
        topic,
        acks: acksNumbers[acks],
        timeout: requestTimeoutMs,
        messages: [{ partition, key: `run-${run}`, value: JSON.stringify({ run, n }) }],
      });
      const offset = written?.baseOffset === undefined ? null : Number(written.baseOffset);
      note({ n, what: "acknowledged", offset });
      return;
    } catch (error) {
      const message = kafkaJsMessage(error);
      if (Date.now() + backoff > deadline) {
        note({ n, what: "refused", error: message });
        return;
      }
      note({ n, what: "retried", error: message });
      await sleep(backoff);
    }
  }
}
