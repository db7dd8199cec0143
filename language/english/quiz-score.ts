import { counted, number } from "../numbers.ts";

/** What the browser says of the answers to a quiz. */
export const scoreWords = {
  answered: (answered: number, all: number) => `${number(answered)} of ${number(all)} answered.`,
  all: (atOnce: number, all: number) => `All answered, ${number(atOnce)} of ${number(all)} at the first try.`,
};

/** What a learner has shown in a lesson. */
export const provedWords = {
  folded: (records: number, logs: number) => {
    const folded = `Your code folded ${counted(records, { one: "record", other: "records" })} of the lesson’s log`;
    return logs > 0
      ? `${folded}, and passed on ${counted(logs, { one: "generated log", other: "generated logs" })}.`
      : `${folded}.`;
  },
  passed: (passed: number, all: number) => `${number(passed)} of ${number(all)} exercises passed.`,
  seen: "You saw a solution first. The pass counts.",
};
