import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "record", other: "records" });
const lines = (count: number) => counted(count, { one: "line", other: "lines" });

export const page = {
  title: "Playground",
  description:
    "Fold any log of events with your own code: pasted, from a file, from the course or from Kafka.",
  lead: "Any log, any code. What you paste or open is folded in this browser and sent nowhere.",
  text: "Log",
  toBench: "Open the workbench",
};

export const first = {
  what: "Six records of a shopping cart, already folded. Step through them, change the code and run it again, or open a log of your own.",
};

export const onTape = {
  title: "The log in the workbench",
  of: (name: string, count: number) => `${name}: ${records(count)}`,
  long: "A log this long is folded once, and each step is computed when you open it. A record’s offset is its line in the file, counted from 0. A link cannot hold this log.",
  noEvents: (count: number) =>
    `${records(count)} ${count === 1 ? "is not an event and is" : "are not events and are"} not folded. The row of records shows ${count === 1 ? "it" : "them"}.`,
  problems: (count: number, all: number) =>
    `${number(count)} of ${lines(all)} ${count === 1 ? "is not a record and is" : "are not records and are"} left out. Everything else is loaded.`,
  more: (count: number) => `and ${lines(count)} more`,
  codeKept: "Your code is kept. Choose “Reset” above it for a starter that fits this log.",
  types: "Event types found",
  type: "Type",
  records: "Records",
  noTypes: "No events found, so there is nothing to fold yet.",
  notKept: "This log is too long to be kept. Open it again after a reload. Your code is kept.",
};

export const choices = {
  title: "How it is folded",
  kind: "Code",
  kinds: { reducer: "evolve: one state", projector: "project: read models" },
  scope: "State",
  scopes: { all: "one for the whole log", "by-key": "one for each key" },
  view: "Show the state as",
  views: {
    fitting: "automatic",
    none: "tree only",
    table: "table",
    cart: "cart",
    account: "account",
    seats: "seats",
    newsroom: "newsroom",
    board: "chess board",
  },
};

export const open = {
  title: "Open another log",
  paste: "Paste it",
  pasteLabel: "Records, one on each line",
  pasteHint:
    'Each line holds an event, such as {"type":…,"data":…}, or a record with its key. You can also paste the output of two Kafka tools: kcat -J and kafka-console-consumer.',
  example: [
    '{"key":"cart-7","event":{"type":"ItemAdded","data":{"sku":"hat","qty":1}}}',
    '{"type":"CheckedOut","data":{},"metadata":{"key":"cart-7"}}',
  ].join("\n"),
  put: "Load these records",
  emptyPaste: "The field is empty: paste at least one line.",
  file: "Open a file",
  fileLabel: "Choose a file: a log with one record on each line, or a file that somebody shared with you",
  drop: "or drop the file here",
  sets: "A log of the course",
  topics: "A topic on the server",
  asking: "Asking the server for its topics …",
  noServer:
    "No server answers here. Start one with `npm start`; then this page reads the course’s logs from Kafka and lists your own topics.",
  noTopics: "The server has no other topics. Append an event in the Log tab to make one of your own.",
  reading: (read: number, total: number, count: number) =>
    `Reading: ${Math.floor((read / total) * 100)} %, ${records(count)} so far.`,
  cancel: "Stop reading",
  nothing: "No records found. The log in the workbench has not changed.",
  failed: (why: string) => `This could not be read: ${why}`,
  otherFile: "This file was not shared from the playground or an exercise, so it has no log to open.",
  fetchFailed: "The log could not be loaded. Check your network connection.",
  partFailed: "A part of this page could not be loaded. Check your network connection.",
  loaded: (count: number, bad: number, problem = "") =>
    `Loaded ${records(count)}.${bad === 0 ? "" : ` ${lines(bad)} ${bad === 1 ? "is" : "are"} left out: ${problem}`}`,
};

/** Each of the course's logs in a sentence. */
export const dataSets: Record<string, string> = {
  "course.carts":
    "Shopping carts of one morning: items go in and out, one addition is reverted, some carts check out.",
  "course.chess":
    "Chess games move by move: castling, en passant, promotions, a position that occurs three times.",
  "course.checkouts":
    "Carts on their way to the checkout: items are added, one cart is cleared, one is checked out.",
  "course.shared-carts": "One cart on two phones: pages that are shown, and presses on + and −.",
  "course.bank-ledger": "Two accounts of a bank: deposits, withdrawals, and six records that reverse others.",
  "course.chess-clock": "A chess clock: moves that use up a player’s time, and pauses.",
  "course.late-stock":
    "Deliveries, sales and counts of a shop, some of them recorded later than they happened.",
  "course.leaderboard": "Scores of a game: submitted, corrected, and one player who is removed.",
  "course.loyalty-points": "A card’s points: earned, spent and refunded, and days that are closed.",
  "course.once-only-payments": "Invoices, payments and refunds, some of them delivered more than once.",
  "course.parking-garage": "Cars that enter and leave a garage. The sensors miss some of them.",
  "course.rate-limiter": "Requests of two customers for map tiles, sometimes many in a minute.",
  "course.seat-booking": "Seats that two offices hold, confirm and release at the same time.",
  "course.subscription-billing":
    "A newspaper subscription over many years, with the same event in three versions.",
  "course.committed-offsets":
    "One partition of Kafka: records are appended, read by two groups, and deleted by retention.",
  "course.topic-audit": "Ten topics of a shop, each described with its replicas and settings.",
  "course.trip-saga": "Two trips: bookings that are requested, made, refused and cancelled.",
  "course.undo-redo": "A drawing: shapes are drawn, moved and erased, with undo and redo.",
};
export const otherSet = "A log that an exercise of the course folds.";

export const starter = {
  what: "Called for every event, in order. Returns the state after the event. Never changes the state before it.",
  project:
    "Called for every event, in order. Returns the view after the event. Never changes the view before it.",
  each: "Each event type in the log has a case. What should each case change?",
  unknown: "any other event: no change",
};
