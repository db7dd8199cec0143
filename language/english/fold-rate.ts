import { number } from "../numbers.ts";

const tenths = (value: number) => number(Math.round(value * 10) / 10);

/** "0.8 s", "14 min", "2.5 h", "3.1 days": as people say it. */
function duration(seconds: number): string {
  if (seconds < 0.1) return `${number(Math.max(1, Math.round(seconds * 1_000)))} ms`;
  if (seconds < 100) return `${tenths(seconds)} s`;
  if (seconds < 6_000) return `${number(Math.round(seconds / 60))} min`;
  if (seconds < 172_800) return `${tenths(seconds / 3_600)} h`;
  return `${tenths(seconds / 86_400)} days`;
}

/** A log of many events, folded in the reader's browser, and how long that took. */
export const foldRateWords = {
  duration,
  events: (count: number) => `${number(count)} events`,
  guesses: {
    tenth: "less than 0.1 s",
    seconds: "between 0.1 and 10 s",
    minutes: "between 10 s and 10 min",
    longer: "longer than 10 min",
  },
  guessFirst: "Guess, and the fold starts.",
  folding: (done: number, all: number) => `Folding, ${number(done)} of ${number(all)} events.`,
  failed: "This browser could not fold the log. Load the page again, or try another browser.",
  measured: (count: number, seconds: number, rate: number) =>
    `This browser folded ${number(count)} events in ${duration(seconds)}. That is ${number(Math.round(rate / 1_000) * 1_000)} events a second.`,
  slowStart:
    "The line begins flat: the engine folds the first 1,000 events step by step, because most mistakes show there.",
  again: "Fold again",
  plot: (count: number) => `Events folded over time, up to ${number(count)}`,
  xAxis: "seconds since the start",
  yAxis: "events folded",
  howLong: "How long does your log take? Events in it:",
  recovery: (count: number, seconds: number) => `${number(count)} events: ${duration(seconds)} at this rate.`,
};
