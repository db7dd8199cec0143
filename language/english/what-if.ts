import { counted, number } from "../numbers.ts";

export const whatIfWords = {
  intro: "A copy of the log. Change it and see what becomes of the state; the log itself never changes.",
  log: "the log",
  copy: "the copy",
  cut: (taken: number, of: number) =>
    `The copy holds the first ${number(taken)} of ${counted(of, { one: "record", other: "records" })}.`,
  long: "This log is too long to be copied. Open a shorter one, and copy that.",
  nothing: "There is no record to copy yet.",
  undo: "Undo",
  startAgain: "Start again",
  pick: "Choose a record, then what becomes of it.",
  skip: "Leave out",
  takeIn: "Take in again",
  remove: "Remove",
  again: "Deliver twice",
  edit: "Edit",
  insert: "Put in an event",
  up: "Earlier",
  down: "Later",
  carry: "Move to …",
  carrying: "Choose the record whose place it takes.",
  putAtEnd: "To the end",
  drop: "Give up the move",
  howToMove: "Alt and an arrow key move the chosen record too, and it can be dragged.",
  tools: (record: string) => `What becomes of ${record}`,
  moved: (place: number, of: number) => `Record ${number(place)} of ${number(of)}.`,
  stale: "The code has changed since this fold. Run it, and both are folded anew.",
};

export const eventFormWords = {
  edit: (type: string) => `Edit ${type}`,
  insert: (place: string) => `Put in an event after ${place}`,
  atStart: "Put in an event at the start",
  type: "Event type",
  key: "Key",
  data: "Data, as JSON",
  save: "Change it in the copy",
  put: "Put it into the copy",
  cancel: "Cancel",
  noType: "An event needs a type.",
  noJson: "The data is not JSON. Is a quote, a comma or a brace missing?",
};

/** What was done to the copy, as the cause of where the two folds part. */
export const changeWords = {
  skipped: (type: string) => `without ${type}`,
  edited: (type: string) => `with another ${type}`,
  "put-in": (type: string) => `with one more ${type}`,
  again: (type: string) => `with ${type} delivered twice`,
  moved: (type: string) => `with ${type} in another place`,
  notAnEvent: "that record",
  several: (count: number) => `with these ${number(count)} changes`,
};

/** What Kafka would say to the copy's order. */
export const orderRuleWords = {
  within: (partition: number, first: number, second: number) =>
    `Offset ${first} now comes after offset ${second}, and both lie in partition ${partition}. Kafka never delivers that: within a partition the order is kept.`,
  between:
    "Only the order between partitions is another one. Kafka allows that: it keeps one within each partition.",
};
