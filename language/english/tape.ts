import { number } from "../numbers.ts";

export const tapeWords = {
  /** The whole question, and what is shown of it beside a record. */
  whatIf: "What if this had not happened?",
  whatIfShort: "What if…",
  highCards: "Show what the records hold",
  strip: "The strip below the tape",
  records: (topic: string) => `Records of ${topic}`,
  several: "Several partitions, sorted by timestamp. Kafka keeps an order only within each partition.",
};

/** What is known of one record, below the tape. */
export const recordWords = {
  none: "Choose a card to read its record.",
  command: "A command, not in the log:",
  decided: "Decided here, not in a log yet:",
  call: "One call, with the whole log as its argument.",
  key: (key: string) => `key ${key}`,
  noKey: "key none",
  tombstone: "null: a tombstone",
};

/** Texts on a card that is not an event's. */
export const cardWords = {
  partition: (partition: number) => `partition ${partition}`,
  tombstone: "Tombstone",
  notAnEvent: "Not an event",
  gap: "No record",
  call: "Call",
  /** The command at which the code stopped. */
  notAnswered: "not answered",
  step: "Step",
  accepted: "accepted",
  refused: "refused",
};

export const transportWords = {
  name: "Transport",
  toStart: "To the start",
  back: "Back",
  step: "Step",
  toEnd: "To the end",
  play: "Play",
  pause: "Pause",
  speed: "Speed of play",
  times: (speed: number) => `${number(speed)}×`,
  scrub: "Step",
  beforeFirst: "before the first record",
  at: (place: string, record: number, all: number) => `${place}, record ${number(record)} of ${number(all)}`,
  readoutStart: (all: number) => `start · ${number(all)} to come`,
  /** After the place, which is cut where there is no room. */
  readoutCount: (record: number, all: number) => ` · ${number(record)} of ${number(all)}`,
  toOffset: "to offset",
  notOnTape: "not in this log",
};

/** The place of a step, and what a fold begins with. */
export const placeWords = {
  start: "start",
  loading: "…",
  offset: (offset: number) => `offset ${offset}`,
  call: "the call",
  command: (type: string) => `command ${type}`,
  decided: (type: string) => `decided ${type}`,
  beforeCall: "before the call",
};

/** What the workbench adds to the description of a step. */
export const narrationWords = {
  stoppedAt: (offset: number) => `Stopped at offset ${offset}.`,
  stoppedHere: "Stopped here.",
  stepsBefore: (steps: number) =>
    steps === 1
      ? "You see the state before it. Press Back for the step before."
      : `You see the state before it. Press Back for the ${number(steps)} steps before.`,
  beforeEvent: "Before the first event.",
  beforeCall: "Before the call of your function. Press Step.",
  beforeRecord: (beginning: string) => `Before the first record: \`${beginning}\`.`,
};
