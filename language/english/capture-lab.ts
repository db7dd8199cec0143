import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "change record", other: "change records" });

/** The lab “Change capture”. */
export const captureWords = {
  title: "Change capture",
  about:
    "Turn the log of your own database tables into a stream with Debezium. See what rows became, and look for the reason why.",
  breaks: "the worker that reads the changes: kill it, and see which changes come twice",
  needs: "PostgreSQL 18, Kafka Connect 4.3 with Debezium 3.7",

  capture: "The capture",
  captureLead:
    "Debezium first reads all rows (a snapshot), then follows PostgreSQL's own log. Each change of a row becomes a record in the topic of its table.",
  start: "Start the capture",
  kill: "kill -9 the worker",
  restart: "Start the worker again",
  worker: {
    none: "No capture runs.",
    starting: "The worker is starting. It takes a few seconds.",
    streaming: "The worker runs and follows PostgreSQL's log.",
    killed:
      "The worker was killed. Nothing is lost: PostgreSQL keeps its log for the slot until a worker has read it.",
    failed: "The worker does not run.",
  },
  startTook: (ms: number) => `The last start took ${number(Math.round(ms / 100) / 10)} s.`,
  named: (slot: string, publication: string) => `Slot ${slot}, publication ${publication}.`,
  killedEarly:
    "The worker was killed before it had written down that its snapshot is done. The next worker takes a second snapshot: it reads the rows as they are then, and changes in between are never published.",
  snapshotNotFlushed: (seconds: number) =>
    `The worker has not written down its snapshot yet; it writes every ${seconds} s. Kill it now, and the next one takes a second snapshot.`,
  notFlushed: (count: number) =>
    count === 0
      ? "The worker has written down that it has read everything. A kill now brings nothing twice."
      : `${records(count)} published, and not yet written down as read. Kill the worker now, and they come twice.`,
  again: (count: number) =>
    `${records(count)} came again. A consumer must recognise them: table, key and lsn are the same.`,

  act: "Change the tables",
  payment: "One business action: order 1 is paid. Three programs write it in three ways.",
  others: "Other changes",
  shapes: {
    "pay-update": "Update the order",
    "pay-rewrite": "Delete the order and insert it anew",
    "pay-row": "Insert a payment",
    "change-address": "Change an address",
    "place-order": "Insert an order",
    "delete-order": "Delete an order",
  },
  ownSql: "Your own SQL",
  runSql: "Run",
  identity: (table: string) => `Replica identity of ${table}`,
  identities: { default: "default (the key only)", full: "full (the whole row)" },
  identitySays:
    "The replica identity decides what PostgreSQL writes to its log about the row before a change.",

  streams: "What the stream says about each action",
  noStream: "Run SQL while the capture runs: its change records are shown here.",
  noChanges: "no change record",
  threeStreams:
    "You ran the three ways to write “order 1 is paid”. The business action is the same each time, and the three streams are different.",
  reasons: "One UPDATE, three possible reasons",
  reasonsLead: "The record says that the address is another one. It does not say which of these happened:",
  reasonList: [
    "The customer moved: CustomerMoved. Send a card to the new home.",
    "A clerk corrected a spelling mistake: AddressCorrected. Nobody moved.",
    "The customer wants this one parcel elsewhere: DeliveryRedirected. The next one goes to the old address.",
  ],

  records: "The change topics",
  noRecords: "No record yet.",
  topicOf: (topic: string) => `Records of ${topic}`,
  columns: { offset: "offset", op: "op", key: "key", before: "before", after: "after", lsn: "lsn" },
  ops: {
    r: "r (read by the snapshot)",
    c: "c (created)",
    u: "u (updated)",
    d: "d (deleted)",
    tombstone: "tombstone",
    other: "not a change",
  },
  cameAgain: "came again",
  nothing: "null",

  tables: "The table, and the fold over its changes",
  tablesLead: "The fold takes the row after each change. It knows nothing else of the table.",
  real: (table: string) => `${table} in PostgreSQL`,
  rebuilt: (table: string) => `${table} from the fold`,
  noRows: "no rows",
  tableMissing: "This table is not there any more.",
  same: (table: string) => `${table}: both are equal.`,
  differs: (table: string, key: string) => `${table}: the first row that differs has the key ${key}.`,
};
