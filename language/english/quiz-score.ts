import { counted, number } from "../numbers.ts";

/** What the browser says of the answers to a quiz. */
export const scoreWords = {
  answered: (answered: number, all: number) => `${number(answered)} of ${number(all)} answered.`,
  all: (atOnce: number, all: number) => `All answered, ${number(atOnce)} of ${number(all)} at the first try.`,
};

/** What a learner has shown in a lesson. */
export const provedWords = {
  /** `exercises` counts those that were passed: two of them may fold the same records. */
  folded: (records: number, logs: number, exercises: number) => {
    const where = exercises === 1 ? "of the lesson’s log" : `in ${number(exercises)} exercises`;
    const folded = `Your code folded ${counted(records, { one: "record", other: "records" })} ${where}`;
    return logs > 0
      ? `${folded}, and passed on ${counted(logs, { one: "generated log", other: "generated logs" })}.`
      : `${folded}.`;
  },
  passed: (passed: number, all: number) => `${number(passed)} of ${number(all)} exercises passed.`,
  seen: "You saw a solution first. The pass counts.",
};
