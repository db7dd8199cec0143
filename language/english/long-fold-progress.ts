import { counted, number } from "../numbers.ts";

const records = (n: number) => counted(n, { one: "record", other: "records" });

/** While a log is folded that is too long to keep every step in memory. */
export const longFoldProgressWords = {
  folding: (done: number, all: number, secondsLeft: number | null) =>
    `Folding, ${number(done)} of ${records(all)}${secondsLeft === null ? "" : `, ${number(secondsLeft)} s left`}.`,
  opening: "Opening the log.",
  stop: "Stop",
  showOffset: (offset: number) => `Show offset ${number(offset)}`,
};
