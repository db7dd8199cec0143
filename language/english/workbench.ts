import { number } from "../numbers.ts";

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinal = (place: number) => `${number(place)}${endings[ordinals.select(place)] ?? "th"}`;

export const benchWords = {
  exercises: "Exercises of this lesson",
  optional: "optional",
  passed: "passed",
  show: "Show",
  /** The panes of a narrow workbench. */
  state: "State",
  code: "Code",
  checks: "Task, checks",
  backToLog: "Back to the exercise’s log",
};

export const tabWords = {
  name: "Checks and more",
  height: "Height of the tabs",
  task: "Task",
  downloadAnswer: "Download my answer",
  checks: "Checks",
  log: "Log",
  open: "Open the panel",
  fold: "Close the panel",
};

export const busyWords = {
  busy: (seconds: number) => `The server is busy, trying again in ${number(seconds)} s.`,
  queued: (place: number) =>
    place === 1 ? "You are next in the queue." : `You are ${ordinal(place)} in the queue.`,
  cancel: "Cancel",
  retry: "Retry",
  notLoaded: (what: string) => `${what} could not be loaded. Check your network connection.`,
};

/** What the one polite live region says by itself. */
export const liveWords = {
  paused: (step: string) => `Paused. ${step}`,
  busy: "The server is busy. Trying again automatically.",
  queued: "You are in the server’s queue.",
};

export const whereWords = {
  partition: (partition: number, all: number) => `partition ${partition} of ${number(all)}`,
  partitions: (count: number, all: number) => `${number(count)} of ${number(all)} partitions`,
  tryNow: "Try now",
  finding: "recorded log",
  kafka: (version: string) => `Kafka ${version}`.trim(),
  full: "server full, retrying; recorded log",
  lost: "server lost, reconnecting; recorded log",
  browser: "this browser, recorded log",
  here: "this browser, your log",
};

/** The name of the list of keys; its contents are in keys.ts. */
export const keysName = "Keys";
