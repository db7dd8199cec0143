import { counted, number } from "../numbers.ts";

const records = (count: number) => counted(count, { one: "record", other: "records" });

/** "under 0.1 ms", "3.2 ms", "107 ms", "1.42 s". A browser's clock does not tell less than a tenth of a millisecond. */
function time(milliseconds: number): string {
  const rounded = (value: number, digits: number) => number(Math.round(value * 10 ** digits) / 10 ** digits);
  if (milliseconds < 0.1) return "under 0.1 ms";
  if (milliseconds < 10) return `${rounded(milliseconds, 1)} ms`;
  return milliseconds < 1_000 ? `${rounded(milliseconds, 0)} ms` : `${rounded(milliseconds / 1_000, 2)} s`;
}

function size(bytes: number): string {
  const tenths = (value: number) => number(Math.round(value * 10) / 10);
  if (bytes < 1_000) return counted(bytes, { one: "byte", other: "bytes" });
  return bytes < 1_000_000 ? `${tenths(bytes / 1_000)} kB` : `${tenths(bytes / 1_000_000)} MB`;
}

/** The lab “The cost of a replay”. */
export const replayCostWords = {
  title: "The cost of a replay",
  about:
    "Measure how long your own reducer needs for up to a million events, with and without snapshots, and what the snapshots cost.",
  breaks: "the snapshot law, with a reducer that keeps something outside its state",
  needs: "your browser",
  time,
  size,

  code: "The reducer",
  exercise: "Exercise",
  example: "Or a ready reducer",
  chooseExample: "choose one",
  examples: {
    pure: "counts events by type",
    outside: "keeps a counter outside its state",
    date: "keeps a Date in its state",
    map: "keeps a Map in its state",
    undefined: "keeps undefined in its state",
  },
  source: "Code that is folded",
  own: "This is your answer to the exercise. Changes here stay in the lab.",
  noAnswer:
    "You have not written an answer to this exercise yet. This reducer counts the events of each type, so it works on every log.",
  notLoaded: "The exercise could not be loaded. Check your connection, then choose it again.",
  log: (count: number) => `The exercise's log has ${records(count)}.`,

  measure: "Time and snapshots",
  measureLead:
    "The log of the exercise is repeated up to the length that you choose. The lab folds it once from the start, then once for each snapshot interval. Each restart reads the last snapshot and folds what came after it, just before the next snapshot is due: the worst case.",
  records: "Records",
  ownLog: (count: number) => `${number(count)}, the exercise's own log`,
  start: "Measure",
  stop: "Stop",
  progress: "Progress of the measurement",
  folding: (done: number, count: number) =>
    `Folding without snapshots: ${number(done)} of ${records(count)}.`,
  folded: (interval: number, done: number, count: number) =>
    `With a snapshot every ${records(interval)}: ${number(done)} of ${number(count)}.`,
  ended: {
    done: "The measurement is complete.",
    stopped: "You stopped the measurement. The figures so far are below.",
    failed: "The code stopped, so there are no further figures.",
  },
  measuredFor: (exercise: string, version: string) =>
    `Measured just now: ${exercise}, reducer version ${version}.`,
  restartPlot: (count: number) =>
    `Seconds until the state is there again, for a log of up to ${records(count)}`,
  recordsAxis: "records in the log",
  secondsAxis: "seconds until the state is there",
  without: "no snapshot",
  every: (interval: number) => `every ${number(interval)}`,
  formula:
    "no snapshot: seconds = records ÷ rate. With snapshots: seconds ≈ read + interval ÷ rate, at most.",
  wholeFormula: (count: number, rate: number, measured: number) =>
    `${records(count)} ÷ ${number(Math.round(rate))} records a second: measured ${time(measured)}.`,
  restartFormula: (interval: number, read: number, predicted: number, measured: number) =>
    `Every ${records(interval)}: ${time(read)} + ${number(interval)} ÷ rate = ${time(predicted)}; measured ${time(measured)}.`,
  intervalPlot: "Two sides of the trade: restart time and writing time, for each snapshot interval",
  intervalAxis: "snapshot interval, in records",
  costAxis: "seconds",
  slowestRestart: "slowest restart",
  writingAll: "writing all snapshots",
  table: "The same as numbers",
  columns: {
    interval: "Interval",
    snapshots: "Snapshots",
    restart: "Slowest restart",
    read: "of it reading",
    write: "Writing all",
    written: "Bytes written",
    kept: "Last snapshot",
    agrees: "Same state after a restart",
  },
  yes: "yes",
  no: "no",
  disagrees: "At least one restart came to another state than the whole fold. Check the snapshot law below.",
  notCounted:
    "The times are those of folding, reading and writing in memory. A disk and a network come on top.",

  law: "The snapshot law",
  lawLead:
    "Folding all records must give the same states as going on from a snapshot with the rest, wherever you take the snapshot.",
  check: "Check the law",
  holds: (cuts: number) =>
    `The law holds: a snapshot at each of ${counted(cuts, { one: "place", other: "places" })} in the log leads to the same states.`,
  broken: (count: number, taken: number) =>
    `The law is broken. The smallest log found has ${records(count)}. With a snapshot after ${counted(taken, { one: "record", other: "records" })}, the rest leads to another state.`,
  brokenNext:
    "A snapshot holds the state and nothing else. What does evolve read that is not in the state or the event?",
  unsavable: (count: number) =>
    count === 0
      ? "No snapshot can be saved: JSON cannot hold the state that the fold begins with."
      : `No snapshot can be saved: after ${records(count)}, JSON cannot hold the state.`,
  stoppedAt: (count: number) =>
    count === 0
      ? "The code stopped before the first record."
      : `The code stopped. The smallest log found has ${records(count)}.`,
  kept: "Snapshot",
  expected: "State of the whole fold",
  actual: "State from the snapshot",
  none: "none: the code stopped",
  cut: "The snapshot is taken here.",

  old: "An old snapshot",
  oldLead:
    "Keep a snapshot in the middle of the log. Then change one line of the code above, and go on from the old snapshot.",
  keep: "Keep a snapshot",
  keptAt: (position: number, version: string) =>
    `Snapshot after ${records(position)}, written by reducer version ${version}:`,
  restore: "Go on from it with the code of now",
  restoredBy: (version: string) => `The code of now is version ${version}.`,
  sameVersion: "Both versions are the same, so the snapshot may be used.",
  otherVersion: "The versions differ, so a restart must ignore this snapshot and fold from the start.",
  wrong: (path: string) => `The old snapshot leads to a wrong state. The first difference is at ${path}.`,
  wholeState: "the whole state",
  right: "With this change both states are equal. Only the version tells that the snapshot is old.",
  unchanged: "Both states are equal.",

  coverage: "What the upcaster covers",
  coverageLead:
    "Each row is one event type in one version. Say which version of each type is written today; 0 means that the type is no longer written.",
  currentVersion: (type: string) => `${type}: current version`,
  readAll: "Read all versions",
  matrix: "Event types and versions",
  type: "Event type",
  version: (version: number) => `version ${number(version)}`,
  cells: {
    current: "covered",
    uncovered: "not covered",
    unseen: "not in the log",
    none: "–",
  },
  seen: (count: number) => records(count),
  becomes: (type: string, version: number) => `becomes ${type} ${number(version)}`,
  becomesNothing: "gives no event",
  firstAt: (offset: number) => `first at offset ${number(offset)}`,

  stoppedHere: (why: string) => `The code stopped: ${why}`,
  noWorker: "This browser could not start the lab's worker. Load the page again.",
};
