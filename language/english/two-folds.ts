import { counted, number } from "../numbers.ts";

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Two folds side by side. */
export const twoFoldsWords = {
  lanes: (one: string, other: string) => `${one} and ${other}, step by step`,
  start: "Start",
  same: "same state",
  sameInWhatCounts: "same in all that the checks read",
  differs: "states differ",
  missing: (name: string) => `not in ${name}`,
  elsewhere: (name: string) => `elsewhere in ${name}`,
  notYet: (name: string) => `before ${name} begins`,
  changed: "changed",
  fromNoLog: "new",
  stateOf: (name: string) => `State of ${name}`,
  /** In the state of one: what the `other` does not have, what only the other has, what is another value there. */
  marks: (other: string) => ({
    added: `not in ${other}`,
    removed: `only ${other} has this`,
    changed: (value: string) => `${other}: ${value}`,
  }),
  alike: "Both have the same state here.",
  doesNotCount: "The states differ only in parts that the checks of this exercise do not read.",
  folding: "Folding …",
};

/** Where two folds differ first, and what differs at the end. `one` and `other` are their names. */
export const divergenceWords = {
  never: (cause: string) =>
    cause
      ? `${capital(cause)}, nothing differs: both have the same state after every step.`
      : "Nothing differs: both have the same state after every step.",
  begin: "The two begin with different states",
  /** `cause` is what was changed ("without ItemRemoved"), or empty. */
  from: (place: string, cause: string) =>
    cause
      ? `${capital(cause)}, the state is different from ${place} on`
      : `The two states differ from ${place} on`,
  meet: (place: string) => `From ${place} on they are the same again.`,
  meetAtEnd: "At the end they are the same again.",
  offset: (offset: number) => `offset ${offset}`,
  secondDelivery: (offset: number) => `the second delivery of offset ${offset}`,
  command: (type: string) => `the command ${type}`,
  decided: (type: string) => `the decided ${type}`,
  call: "the call",
  putIn: (type: string) => `the inserted ${type}`,
  /** `other` is the name of the second fold. */
  end: (other: string, parts: string) => `At the end, in ${other}, ${parts}.`,
  and: (parts: string[]) => parts.join(" and "),
  instead: (path: string, other: string, one: string) => `\`${path}\` is ${other} instead of ${one}`,
  gone: (path: string, one: string) => `\`${path}\` (${one}) is missing`,
  new: (path: string, other: string) => `\`${path}\` (${other}) is added`,
  others: (count: number) => counted(count, { one: "more value differs", other: "more values differ" }),
  state: "the state",
  list: (items: number) => `a list of ${number(items)}`,
  stopped: (name: string, message: string) => `The fold of ${name} stopped. ${message}`,
};

/** The two folds that a law shows side by side, by the law's name: the first is what the other should equal. */
export const lawFoldsWords = {
  sides: {
    unknown: ["the fold without the event", "the fold with the unknown event"],
    replay: ["the first fold", "the replay at another clock time"],
    snapshot: ["the fold from the first record", "the fold from a saved state"],
    duplicates: ["the fold with each record once", "the fold with a record delivered again"],
    interleavings: ["the fold in one order", "the fold in the other order"],
    crash: ["the run without a crash", "the run with a crash"],
  } as Record<string, [string, string]>,
  others: ["the first fold", "the second fold"] as [string, string],
};
