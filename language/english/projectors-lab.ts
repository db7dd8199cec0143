import { counted, number } from "../numbers.ts";

const orders = (count: number) => counted(count, { one: "order", other: "orders" });
const stepNames = {
  read: "read the record",
  apply: "apply it to the view",
  "commit-offset": "commit the offset in Kafka",
  "store-position": "store the position in PostgreSQL",
  "commit-transaction": "commit the transaction",
};
type Step = keyof typeof stepNames;

/** The lab “Projectors that crash”. */
export const projectorsWords = {
  title: "Projectors that crash",
  about:
    "A projector counts orders in a PostgreSQL table. Kill it between two steps, start it again, and see which orders are lost or doubled.",
  breaks: "a projector: the process is killed with SIGKILL between two steps",
  needs: "Kafka and PostgreSQL 18",

  run: "Orders and the projector",
  lead: "Each order is a record of your topic. The projector is a process of its own. It reads a record, adds one to the customer's row, and keeps its position: the next offset to read. It assigns the topic's partition itself, so a restart does not wait for the broker.",
  place: (count: number) => `Place ${orders(count)}`,
  none: "There is no order yet. Place three first.",
  inTopic: (count: number, topic: string) =>
    `${topic} has ${counted(count, { one: "record", other: "records" })}.`,
  order: "Order of the steps",
  orderNames: {
    "commit-first": "Commit, then apply (at most once)",
    "apply-first": "Apply, then commit (at least once)",
    "one-transaction": "View and position in one transaction (effectively once)",
  },
  kill: "Kill it",
  never: "Never: it runs to the end",
  point: (step: Step) => `After: ${stepNames[step]}`,
  start: "Run the projector",
  steps: "Steps of the last run",
  stepOf: (offset: number, step: Step) => `Offset ${number(offset)}: ${stepNames[step]}`,
  ended: {
    end: "The projector has read everything up to the end of the topic.",
    killed:
      "The process was killed with SIGKILL. Run the projector again: it goes on at its stored position.",
    failed: "The projector ended by itself, because PostgreSQL or Kafka did not answer. Run it again.",
  },

  views: "The three views",
  viewsTable: "Counts of the views",
  viewsLead: "Counted from PostgreSQL and Kafka after each run, beside the fold of the log.",
  noView: "No projector has run yet.",
  position: "Position",
  rows: "Orders in the view",
  folded: "Fold of the log",
  result: "Result",
  results: {
    right: "right",
    lost: "lost",
    doubled: "doubled",
  },
  behind: (count: number) =>
    `not at the end yet: ${counted(count, { one: "record", other: "records" })} to read`,

  every: "Every crash point",
  everyTable: "Results by crash point",
  everyLead:
    "For each order of the steps, the lab kills a projector at each point of its first record, starts it again, and counts. Each try has an empty view and a group of its own.",
  tryAll: "Try every crash point",
  killed: "Killed",
};
