import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "record", other: "records" });
const lines = (count: number) => counted(count, { one: "line", other: "lines" });

export const page = {
  title: "Playground",
  description:
    "Fold any log of events with your own code: pasted, from a file, from the course or from Kafka.",
  lead: "Any log, any code. What you paste or open is read and folded in this browser and sent nowhere.",
  text: "Log",
  toBench: "Open the workbench",
};

export const first = {
  what: "Six records of a shopping cart, folded already. Step through them, change the code and run it again, or put a log of your own on the tape.",
};

export const onTape = {
  title: "On the tape",
  of: (name: string, count: number) => `${name}: ${records(count)}`,
  long: "A log this long is folded as a whole and its steps are worked out where you look. A record’s offset is its line in the file, counted from 0, and a link cannot hold it.",
  noEvents: (count: number) =>
    `${records(count)} ${count === 1 ? "is no event and is" : "are no events and are"} not folded; the tape shows ${count === 1 ? "it" : "them"}.`,
  problems: (count: number, all: number) =>
    `${counted(count, { one: "line was no record", other: "lines were no records" })}, of ${number(all)}. ${count === 1 ? "It is" : "They are"} left out, everything else is on the tape.`,
  more: (count: number) => `and ${lines(count)} more`,
  codeKept: "Your code is kept. “Reset” above it gives a starter for this log.",
  types: "Event types found",
  type: "Type",
  records: "Records",
  noTypes: "No event was found, so there is nothing to fold yet.",
  notKept:
    "This log is too long to be kept here: after a reload it has to be opened again. The code is kept.",
};

export const choices = {
  title: "How it is folded",
  kind: "Code",
  kinds: { reducer: "evolve: one state", projector: "project: read models" },
  scope: "State",
  scopes: { all: "one for the whole log", "by-key": "one for each key" },
  view: "Drawn as",
  views: {
    fitting: "what fits its shape",
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
  title: "Put another log on the tape",
  paste: "Paste it",
  pasteLabel: "Records, one on each line",
  pasteHint:
    'An event such as {"type":…,"data":…} on each line, a record with its key, or what kcat -J and the console consumer print.',
  example: [
    '{"key":"cart-7","event":{"type":"ItemAdded","data":{"sku":"hat","qty":1}}}',
    '{"type":"CheckedOut","data":{},"metadata":{"key":"cart-7"}}',
  ].join("\n"),
  put: "Put it on the tape",
  emptyPaste: "The field is empty: paste at least one line.",
  file: "Open a file",
  fileLabel: "A log with one record on each line, or a file that somebody shared",
  drop: "or drop it here",
  sets: "A log of the course",
  topics: "A topic of the server",
  asking: "Asking the server for its topics …",
  noServer:
    "No server answers here. Started with `npm start`, the course’s page lists the topics of Kafka and your own.",
  noTopics: "The server has no topic to read.",
  reading: (read: number, total: number, count: number) =>
    `Reading: ${Math.floor((read / total) * 100)} %, ${records(count)} so far.`,
  cancel: "Stop reading",
  nothing: "Not one record was found, so the tape is as it was.",
  failed: (why: string) => `This could not be read: ${why}`,
  otherFile:
    "This was shared from somewhere else than the playground or an exercise, so it has no log to open.",
  fetchFailed: "The log could not be loaded. Is the network there?",
  partFailed: "A part of this page could not be loaded. Is the network there?",
  there: (count: number, name: string) => `${records(count)} of ${name} on the tape.`,
};

/** Each of the course's logs in a sentence. */
export const dataSets: Record<string, string> = {
  "course.carts":
    "Shopping carts of a morning: things go in and out, one addition is taken back, some check out.",
  "course.chess":
    "Chess games move by move: castling, en passant, promotions, a position that comes three times.",
  "course.checkouts":
    "Carts on their way to the checkout: things are added, one cart is cleared, one is checked out.",
  "course.bank-ledger":
    "Two accounts of a bank: deposits, withdrawals, and six records that take others back.",
  "course.chess-clock": "A chess clock: moves that use up a player’s time, and pauses.",
  "course.late-stock":
    "Deliveries, sales and counts of a shop, not all of them recorded in the order in which they happened.",
  "course.leaderboard": "Scores of a game: submitted, corrected, and one player who is removed.",
  "course.loyalty-points": "A card’s points: earned, spent, refunded, and days that close.",
  "course.once-only-payments": "Invoices, payments and refunds, some of them delivered more than once.",
  "course.parking-garage": "Cars that come into a garage and leave it, some of them unseen.",
  "course.rate-limiter": "Requests of two customers for the tiles of a map, at times many in a minute.",
  "course.seat-booking": "Seats that two offices hold, confirm and release at the same time.",
  "course.subscription-billing":
    "A newspaper subscription of many years, in three versions of the same event.",
  "course.trip-saga": "Two trips: bookings that are asked for, made, refused and cancelled.",
  "course.undo-redo": "A drawing: shapes that are drawn, moved and erased, undone and done again.",
};
export const otherSet = "A log of the course.";

export const starter = {
  what: "Called for every event, in order. It gives the state after the event and never changes the one before.",
  project:
    "Called for every event, in order. It gives the view after the event and never changes the one before.",
  each: "Every type that the log holds has its case. What should each of them change?",
  unknown: "every other event: nothing changes",
};
