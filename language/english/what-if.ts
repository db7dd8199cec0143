import { counted, number } from "../numbers.ts";

export const whatIfWords = {
  intro:
    "This is a copy of the log; the log itself never changes. Choose a record in the list, then a change to it here.",
  log: "the log",
  copy: "the copy",
  cut: (taken: number, of: number) =>
    `The copy holds the first ${number(taken)} of ${counted(of, { one: "record", other: "records" })}.`,
  long: "This log is too long to copy. Open a shorter one.",
  nothing: "There is no record to copy yet.",
  undo: "Undo",
  startAgain: "Start again",
  pick: "Choose a record in the list. Then choose a change here.",
  skip: "Leave out",
  takeIn: "Put back",
  remove: "Remove",
  again: "Deliver twice",
  edit: "Edit",
  insert: "Insert an event",
  up: "Earlier",
  down: "Later",
  carry: "Move to …",
  carrying: "Choose the record whose place it takes.",
  putAtEnd: "To the end",
  drop: "Cancel the move",
  howToMove: "You can also drag the chosen record, or move it with Alt and an arrow key.",
  tools: (record: string) => `Change ${record}`,
  moved: (place: number, of: number) => `Record ${number(place)} of ${number(of)}.`,
  stale: "The code has changed since this fold. Run it to fold both again.",
};

export const eventFormWords = {
  edit: (type: string) => `Edit ${type}`,
  insert: (place: string) => `Insert an event after ${place}`,
  atStart: "Insert an event at the start",
  type: "Event type",
  key: "Key",
  data: "Data, as JSON",
  save: "Change it in the copy",
  put: "Insert it into the copy",
  cancel: "Cancel",
  noType: "An event needs a type.",
  noJson: "The data is not JSON. Is a quote, a comma or a brace missing?",
};

/** What was changed in the copy: the cause of the first divergence. */
export const changeWords = {
  skipped: (record: string) => `without ${record}`,
  edited: (record: string) => `with ${record} edited`,
  "put-in": (type: string) => `with one more ${type}`,
  again: (record: string) => `with ${record} delivered twice`,
  moved: (record: string) => `with ${record} in another place`,
  notAnEvent: "not an event",
  /** A record of the log, "offset 2 (ItemAdded)". */
  record: (offset: number, type: string) => `offset ${offset} (${type})`,
  several: (count: number) => `with these ${number(count)} changes`,
};

/** What Kafka would say to the copy's order. */
export const orderRuleWords = {
  within: (partition: number, first: number, second: number) =>
    `Offset ${first} now comes after offset ${second}, and both are in partition ${partition}. Kafka never delivers that: it keeps the order within a partition.`,
  between:
    "Only the order between partitions has changed. Kafka allows that: it keeps the order only within each partition.",
};
