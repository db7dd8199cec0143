import { counted, number } from "../numbers.ts";

/** Two folds laid side by side. */
export const twoFoldsWords = {
  lanes: (one: string, other: string) => `${one} and ${other}, step by step`,
  start: "Start",
  same: "same state",
  differs: "states differ",
  missing: (name: string) => `not in ${name}`,
  elsewhere: (name: string) => `elsewhere in ${name}`,
  notYet: (name: string) => `before ${name} begins`,
  changed: "changed",
  fromNoLog: "new",
  stateOf: (name: string) => `State of ${name}`,
  /** In the state of one: what the other does not have, what it has in addition, what is another value there. */
  marks: { added: "only here", removed: "only there", changed: (there: string) => `there ${there}` },
  alike: "Both have the same state here.",
  doesNotCount: "What differs here does not count in this exercise.",
  folding: "Folding …",
};

/** Where two folds part, and what differs at the end. `one` and `other` are their names. */
export const partingWords = {
  never: (cause: string) =>
    cause
      ? `The two never part: ${cause} the state is the same all the way.`
      : "The two never part: the same state after every step.",
  begin: "The two begin with different states",
  from: (place: string) => `From ${place} on the two part`,
  meet: (place: string) => `From ${place} on they are the same again.`,
  meetAtEnd: "At the end they are the same again.",
  offset: (offset: number) => `offset ${offset}`,
  command: (type: string) => `the command ${type}`,
  decided: (type: string) => `the decided ${type}`,
  call: "the call",
  putIn: (type: string) => `the ${type} that was put in`,
  end: (parts: string) => `at the end ${parts}`,
  instead: (path: string, other: string, one: string) => `\`${path}\` is ${other} instead of ${one}`,
  gone: (path: string, one: string) => `\`${path}\` is not there instead of ${one}`,
  new: (path: string, other: string) => `\`${path}\` is there with ${other}`,
  others: (count: number) =>
    `and ${counted(count, { one: "more part differs", other: "more parts differ" })}`,
  state: "the state",
  list: (items: number) => `a list of ${number(items)}`,
  stopped: (name: string, message: string) => `The fold of ${name} stopped. ${message}`,
};

/** The two folds that a law of the house lays side by side, by the law's name: the first is what the other should equal. */
export const lawFoldsWords = {
  sides: {
    unknown: ["without it", "with the unknown event"],
    replay: ["the first fold", "the replay under another clock"],
    snapshot: ["from the first record", "from a state that was kept"],
    duplicates: ["each record once", "delivered again"],
    interleavings: ["one order", "another order"],
    crash: ["without a crash", "after the crash"],
  } as Record<string, [string, string]>,
  others: ["the first fold", "the second fold"] as [string, string],
};
