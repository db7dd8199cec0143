import { counted } from "../numbers.ts";

export const compareWords = {
  what: "What is compared",
  reference: "The course’s solution and your code",
  versions: "Two versions of your code",
  notYet:
    "Check your code once. Then you can compare your states with those of the course’s solution. Its code stays hidden.",
  toCheck: "Check",
  theirs: "the course’s solution",
  mine: "your code",
  same: "No difference: your code and the course’s solution have the same state at every step. Only the parts of the state that the checks read are compared.",
  folding: "Folding both …",
  stale: "The code has changed since this fold. Run it to compare the new version.",
  again: "Try again",
};

export const versionWords = {
  none: "No versions yet. When you run or check changed code, this browser keeps it as a version.",
  list: "Versions of your code",
  first: "First",
  second: "Second",
  starter: "The starter",
  now: "The code as it is now",
  run: "ran",
  notRun: "not run",
  stopped: "stopped",
  passed: "passed",
  failed: "checked, not passed",
  lines: (count: number) => counted(count, { one: "line", other: "lines" }),
  name: (when: string, verdict: string) => `${when}, ${verdict}`,
  takeBack: "Restore",
  takenBack: (name: string) => `Restored the version of ${name}.`,
  undo: "Put my code back",
  undone: "Your own code is back.",
  alike: "Both versions are the same code.",
  diff: "The first version against the second",
  caption: "− is the first, + is the second.",
  onlyFirst: "only in the first",
  onlySecond: "only in the second",
  firstName: "the first version",
  secondName: "the second version",
};
