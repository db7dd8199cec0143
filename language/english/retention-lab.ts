import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "record", other: "records" });

/** The lab “Retention and compaction”. */
export const retentionWords = {
  title: "Retention and compaction",
  about:
    "Watch the start of a real log vanish while the fold over it changes its answer. Compact a topic beside a copy that is not compacted.",
  breaks: "the past: by age, by size, by delete-records, and by compaction of events that are changes",
  needs: "Kafka",

  foreign:
    "Your Kafka cluster decides how often it looks for old records: usually every five minutes, and every 15 seconds for compaction. The broker that the course starts itself looks every 5 and 2 seconds.",

  log: "The start of a log vanishes",
  logLead:
    "Money is paid into an account and taken out of it. The balance is a fold over the log. Kafka deletes old records, and the fold does not know what is missing.",
  retentionMs: "retention.ms",
  retentionBytes: "retention.bytes",
  segmentMs: "segment.ms",
  unlimited: "-1 (keep)",
  seconds: (ms: number) => `${number(ms)} (${counted(ms / 1_000, { one: "second", other: "seconds" })})`,
  bytes: (bytes: number) => number(bytes),
  makeLog: "Make the topic",
  makeLogAnew: "Make it anew",
  change: "Change retention",
  start: "Let events flow",
  stop: "Stop the events",
  flowing: (everyMs: number) => `One event every ${number(everyMs / 1_000)} s.`,
  stopped: {
    limit: "The events stopped by themselves, at the limit of the lab.",
    failed: "Kafka took no more events, or the topic is full. Let them flow again, or make the topic anew.",
  },
  deleteBefore: "Delete records before offset",
  delete: "kafka-delete-records",
  starts: (offset: number, held: number, gone: number) =>
    `The log starts at offset ${number(offset)}. It holds ${records(held)}; ${number(gone)} are gone.`,
  balances: "The balance, folded at each moment",
  held: "from the log",
  ever: "from all events",
  amountAxis: "balance",
  timeAxis: "seconds",
  differ: (held: number, ever: number) =>
    `The fold over the log says ${number(held)}. With all events it says ${number(ever)}.`,
  same: (balance: number) => `The log still holds everything: the balance is ${number(balance)}.`,
  waiting:
    "Kafka deletes whole segments, and only looks now and then. A segment that is still written to is deleted when all of its records are too old.",

  pair: "Compaction beside a copy",
  pairLead:
    "Each record goes into two topics. Kafka compacts one of them: it keeps at least the newest record of each key. Both are folded at each moment.",
  contents: "A record says",
  contentsOf: {
    "whole values": "the whole new value (PriceSet)",
    changes: "a change (StockChanged)",
  },
  deleteRetention: "delete.retention.ms",
  dirtyRatio: "min.cleanable.dirty.ratio",
  makePair: "Make both topics",
  makePairAnew: "Make them anew",
  item: "Key",
  value: "Value",
  append: "Append to both",
  tombstone: "Append a tombstone",
  whole: "not compacted",
  compacted: "compacted",
  key: "key",
  none: "none",
  verdict: {
    same: "Both folds agree.",
    differ: "The folds differ. Compaction has removed records that the answer needs.",
  },
  counts: "Records that each topic holds",
  countAxis: "records",
  cleanerWaits:
    "The cleaner never touches the segment that is still written to. If no records arrive, a quiet topic keeps all of its old ones.",
  laneOf: (topic: string) => `Records of ${topic}`,
  record: (offset: number, key: string, what: string) => `Offset ${number(offset)}, ${key}: ${what}`,
  tombstoneRecord: "tombstone",
  gone: { "before-start": "deleted", compacted: "compacted away" },

  audit: "Will this topic lose facts?",
  auditLead: "The audit reads the real settings of a topic from the broker and says what they mean for it.",
  topic: "Topic",
  role: "It holds",
  roles: { events: "events, the source of truth", state: "the last state of each key" },
  run: "Audit",
  severity: { loses: "Loses facts", risk: "Risk", good: "Fine" },
  audited: (topic: string, role: "events" | "state") =>
    `${topic}, as a topic of ${role === "events" ? "events" : "states"}`,
  settings: "All settings that were read",
};
