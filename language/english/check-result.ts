import { number } from "../numbers.ts";

/** The result of a check in a sentence. */
export const resultWords = {
  right: (logs: number) => `Right on this log and on ${number(logs)} generated logs.`,
  passed: (how: string) => `Passed. ${how}`,
  notYet: (why: string) => `Not yet. ${why}`,
};
