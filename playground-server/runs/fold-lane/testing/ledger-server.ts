import { existsSync, readdirSync } from "node:fs";
import { expect, inject } from "vitest";
import { type RawRecord, readRecord } from "../../../../engine/fold/event.ts";
import {
  isolateTopics,
  lines,
  openTestServer,
  sessionToken,
  type TestServer,
} from "../../../testing/test-playground.ts";
import { writeTopic } from "../../../testing/write-topic.ts";

/** A log that is long enough to be folded in lanes. */
export const topic = "course.ledger";
/** The same without the key that is in all partitions. */
export const topicOfOwnKeys = "course.own-keys";
/** The same with an empty first partition. */
export const topicWithEmptyPartition = "course.empty-partition";
export const partitions = 3;
export const perPartition = 4_000;
const sharedKey = "everywhere";

/** Some values are no events, and some texts are not of one byte a character. */
function textOf(partition: number, n: number): string | null {
  if (n % 701 === 5) return null;
  if (n % 613 === 7) return "no event";
  const data = { amount: ((n * 31 + partition) % 97) + 1, note: n % 50 === 0 ? "größer 🎲" : "-" };
  return JSON.stringify({ type: n % 3 === 0 ? "Withdrawn" : "Deposited", data });
}

export const records: RawRecord[][] = Array.from({ length: partitions }, (_, partition) =>
  Array.from({ length: perPartition }, (_, offset) => ({
    position: { topic, partition, offset },
    timestamp: 1_000_000 + Math.floor(offset / 3) * 5 + partition,
    // One key is in all partitions.
    key: offset % 1_000 === 999 ? sharedKey : `konto-${partition}-${offset % 40}`,
    headers: {},
    value: textOf(partition, offset),
  })),
);

/** The records of `topicOfOwnKeys`, with the offsets they have there. */
export const recordsOfOwnKeys = records.map((part) =>
  part
    .filter(({ key }) => key !== sharedKey)
    .map((raw, offset) => ({ ...raw, position: { ...raw.position, topic: topicOfOwnKeys, offset } })),
);
const written = {
  [topic]: records,
  [topicOfOwnKeys]: recordsOfOwnKeys,
  [topicWithEmptyPartition]: records.slice(1),
};

/** Depends on the order: a fold in another one ends elsewhere. `extra` runs at the start of each `evolve`. */
export const ledger = (extra = "") => `let calls = 0;
export function initialState() { return { balance: 0, chain: 7, notes: "" }; }
export function evolve(state, event) { const at = event.metadata.position; ${extra}
  const sign = event.type === "Withdrawn" ? -1 : 1;
  return {
    balance: state.balance + sign * event.data.amount,
    chain: (state.chain * 31 + at.offset * 7 + at.partition + event.metadata.timestamp % 13) % 1000003,
    notes: event.data.note === "-" ? state.notes : event.data.note + event.metadata.id,
  };
}`;

export interface Ledger {
  balance: number;
  chain: number;
  notes: string;
}

/** The same reducer in this process. */
export function evolve(state: Ledger, raw: RawRecord): Ledger {
  const read = readRecord(raw);
  if (!("event" in read)) return state;
  const { data, type, metadata } = read.event;
  const { amount, note } = data as { amount: number; note: string };
  const at = metadata.position;
  return {
    balance: state.balance + (type === "Withdrawn" ? -amount : amount),
    chain: (state.chain * 31 + at.offset * 7 + at.partition + (metadata.timestamp % 13)) % 1000003,
    notes: note === "-" ? state.notes : note + metadata.id,
  };
}

export const initial: Ledger = { balance: 0, chain: 7, notes: "" };

export interface LedgerServer {
  server: TestServer;
  /** The messages that an NDJSON answer holds. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at what it expects.
  ask(method: "GET" | "POST", url: string, payload?: object, session?: string): Promise<any[]>;
  /** The messages of a run, once the server has a place for it. */
  run(source: string, log: object): ReturnType<LedgerServer["ask"]>;
  close(): Promise<void>;
}

/** A server over the tests' broker, with these topics written. */
export async function openLedgerServer(topics: (keyof typeof written)[] = [topic]): Promise<LedgerServer> {
  const settings = isolateTopics(inject("kafka"));
  const server = await openTestServer(settings);
  for (const name of topics) {
    const messages = written[name]?.flat().map(({ key, value, timestamp, position }) => ({
      key,
      value,
      timestamp: String(timestamp),
      partition: position.partition,
    }));
    await writeTopic(settings, name, { partitions, messages: messages ?? [] });
  }
  const ownSession = sessionToken("a".repeat(32));
  const ask: LedgerServer["ask"] = async (method, url, payload, session = ownSession) => {
    const headers = { "x-session": session };
    const answer = await server.app.inject({ method, url, headers, ...(payload && { payload }) });
    return lines(answer.body);
  };
  return {
    server,
    ask,
    async run(source, log) {
      const answer = await server.post("/api/runs", { source, log }, { "x-session": ownSession });
      return lines(answer.body);
    },
    async close() {
      const { foldsDir } = server;
      await server.close();
      expect(existsSync(foldsDir) ? readdirSync(foldsDir) : []).toEqual([]);
    },
  };
}
