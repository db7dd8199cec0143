import { number } from "../numbers.ts";

/** What a check is doing, while it takes its time. */
export const checkProgressWords = {
  ownLog: "Folding the exercise’s log …",
  generatedLogs: (from: number, to: number, of: number) =>
    `Right on the exercise’s log. Folding generated logs ${number(from)} to ${number(to)} of ${number(of)} …`,
  laws: "Right on every generated log. Folding changed copies of them, such as one with a record delivered twice …",
  failed: (check: string) => `This check failed: “${check}”.`,
  smallestLog: "Looking for the smallest log on which it fails …",
};
