import { counted, number } from "../numbers.ts";

export const checkWords = {
  name: "Checks",
  checking: "Checking, first on this log, then on logs you have not seen …",
  passed: "passed",
  failed: "failed",
  notReached: "not reached",
  otherWays: "Other ways",
  waysThatPass: (count: number) => `Other ways that pass (${number(count)})`,
  openAt: (offset: number) => `Open the fold at offset ${offset}`,
  openSmallest: (records: number) =>
    `Open the smallest log that fails (${counted(records, { one: "record", other: "records" })})`,
  folds: "The two folds side by side",
  compare: "Beside the reference’s fold",
  changedSince: "You have changed the code since.",
};

/** What was expected against what the learner has. */
export const differenceWords = {
  title: "Expected against yours",
  label: "Expected, with what differs in yours",
  added: "missing in yours",
  removed: "only in yours",
  changed: (mine: string) => `yours: ${mine}`,
};

export const passedWords = {
  before: (logs: number) =>
    logs > 0 ? `Passed before, on this log and on ${number(logs)} more` : "Passed before",
  after: (seeing: string) => `Passed ${seeing}.`,
  afterSolution: "after seeing the solution",
  afterParts: (seen: number, all: number) =>
    `after seeing ${number(seen)} of ${number(all)} parts of the solution`,
  par: (statements: number) => `Par: ${counted(statements, { one: "statement", other: "statements" })}.`,
  best: (statements: number) => `Your best: ${number(statements)}.`,
};

/** A failure on a log that nobody has seen. */
export const seedWords = {
  met: (log: number, seed: number) => `Met on log ${number(log)} of those you have not seen, seed ${seed}.`,
  metHere: (log: number, seed: number) =>
    `Met on log ${number(log)} of those you have not seen, seed ${seed}, which this page’s address names.`,
  again: "The same logs again",
};

export const hintWords = {
  next: (hint: number, all: number) => `Hint ${number(hint)} of ${number(all)}`,
  all: "These were all hints.",
  solution: "The solution",
};
