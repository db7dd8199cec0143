import { number } from "../numbers.ts";

export const benchWords = {
  exercises: "Exercises of this lesson",
  optional: "optional",
  passed: "passed",
  show: "Show",
  /** The panes of a narrow workbench. */
  state: "State",
  code: "Code",
  checks: "Checks",
  backToLog: "Back to the exercise’s log",
  smallestLog: (check: string) => `The smallest log that fails “${check}”`,
  ownLog: (topic: string) => `Your log ${topic}`,
  topicLog: (topic: string) => `The log ${topic}`,
};

export const tabWords = {
  name: "Checks and more",
  height: "Height of the tabs",
  task: "Task",
  checks: "Checks",
  hints: "Hints",
  log: "Log",
  whatIf: "What if",
  readModel: "Read model",
  terminal: "Terminal",
  compare: "Compare",
  console: "Console",
};

export const busyWords = {
  busy: (seconds: number) => `The server is busy, trying again in ${number(seconds)} s.`,
  cancel: "Cancel",
  retry: "Retry",
  notLoaded: (what: string) => `${what} could not be loaded. Is the network there?`,
};

/** What the one polite live region says by itself. */
export const liveWords = {
  paused: (step: string) => `Paused. ${step}`,
  busy: "The server is busy. It is asked again by itself.",
  right: (logs: number) => `Right, on this log and on ${number(logs)} you have not seen.`,
  passed: (how: string) => `Passed. ${how}`,
  notYet: (why: string) => `Not yet. ${why}`,
};

export const whereWords = {
  partition: (partition: number, all: number) => `partition ${partition} of ${number(all)}`,
  partitions: (count: number, all: number) => `${number(count)} of ${number(all)} partitions`,
  tryNow: "Try now",
  finding: "recorded log",
  kafka: (version: string) => `Kafka ${version}`.trim(),
  lost: "server lost, coming back by itself; recorded log",
  browser: "this browser, recorded log",
  here: "this browser, your log",
};

export const consoleWords = {
  empty: "Nothing printed. `console.log(…)` in your code shows here, with the step it belongs to.",
  offset: (offset: number) => `offset ${offset}`,
  step: (step: number) => `step ${number(step)}`,
};

export const keyWords = {
  name: "Keys",
  close: "Close",
  withoutCtrl: "Keys without Ctrl act: in tape and transport, and / for the search",
  /** The keys and what they do. */
  keys: [
    ["Ctrl Enter", "Run your code (⌘ Enter on a Mac)"],
    ["Ctrl Shift Enter", "Check the exercise"],
    ["← →", "Step back and forth, in tape or transport"],
    ["Home End", "To the start, to the end"],
    ["Space", "Play and pause, in the transport"],
    ["b", "Stop where an expression holds, in tape or transport"],
    ["/", "Search, where no field takes the key"],
    ["Esc, then Tab", "Leave the editor"],
    ["?", "This list"],
  ] as [keys: string, what: string][],
};
