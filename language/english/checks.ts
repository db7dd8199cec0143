import { counted, number } from "../numbers.ts";

export const checkWords = {
  name: "Checks",
  /** Before the first check. */
  howTo:
    "Run folds the log above with your code, so that you can look at each step. Check does more: it tells you whether the code is right, on this log and on generated logs.",
  previousVersion:
    "The author has changed this exercise, and the new version has a mistake. You are working with the version before it, and its checks count as usual.",
  passed: "passed",
  failed: "failed",
  /** Beside a check that stands before the first mistake: code that was not reached may still fail it. */
  noMistakeSoFar: "no mistake so far",
  notReached: "not reached",
  otherWays: "Other solutions",
  waysThatPass: (count: number) => `Other solutions that pass (${number(count)})`,
  openAt: (offset: number) => `Go to offset ${offset}`,
  /** `commands` counts those that a decider gets after the records. */
  openSmallest: (records: number, commands: number) =>
    commands === 0
      ? `Open the smallest log on which your code fails (${counted(records, { one: "record", other: "records" })})`
      : `Open the smallest case in which your code fails (${
          records === 0 ? "an empty log" : counted(records, { one: "record", other: "records" })
        } and ${counted(commands, { one: "command", other: "commands" })})`,
  /** Before what is said of the smallest log, where it is about other records than the message. */
  inSmallest: "In the smallest log:",
  folds: "The two folds side by side",
  /** Opens the states only: the code of the solution stays hidden. */
  compare: "Compare my states with the correct ones",
  changedSince: "You have changed the code since this check.",
};

/** What was expected against what the learner has. */
export const differenceWords = {
  title: "Expected, and what your code returned",
  label: "What was expected, with what differs in yours",
  whole: "expected",
  added: "missing in yours",
  removed: "only yours has this",
  changed: (mine: string) => `yours: ${mine}`,
};

/** Beside the name of the tab with the checks. */
export const badgeWords = { passed: "passed", failed: "failed" };

export const passedWords = {
  before: (logs: number) =>
    logs > 0 ? `Passed before, on this log and on ${number(logs)} more` : "Passed before",
  /** After a reset: what passed is not what the editor holds. */
  starterAgain:
    "You passed this exercise before. The editor now holds the starter code, which does not pass.",
  after: (seeing: string) => `Passed ${seeing}.`,
  afterSolution: "after seeing the solution",
  afterParts: (seen: number, all: number) =>
    `after seeing ${number(seen)} of ${number(all)} parts of the solution`,
  par: (statements: number) =>
    `Shortest known answer: ${counted(statements, { one: "statement", other: "statements" })}.`,
  shorter: (mine: number, known: number) =>
    `Your shortest has ${counted(mine, { one: "statement", other: "statements" })}: fewer than the shortest answer we knew (${number(known)}).`,
  title: "Passed",
  /** Above the names of the checks. */
  proved: "What you proved:",
  best: (statements: number) => `Your shortest: ${number(statements)}.`,
};

/** What follows a pass, before its title. */
export const nextWords = {
  exercise: "Next exercise:",
  part: "Next part of this lesson:",
  lesson: "Next lesson:",
  challenge: "A challenge on the same idea:",
};

/** A failure on a generated log. */
export const seedWords = {
  met: (log: number, seed: number) =>
    `Failed on generated log ${number(log)}. All generated logs follow from one number, the seed: ${seed}.`,
  metHere: (log: number, seed: number) =>
    `Failed on generated log ${number(log)}. All generated logs follow from the seed in this page’s address: ${seed}.`,
  again: "Check on the same logs every time",
};

export const hintWords = {
  title: "Hints",
  next: (hint: number, all: number) => `Hint ${number(hint)} of ${number(all)}`,
  all: "These are all the hints.",
  solution: "The solution",
};
