export const guesses = ["the table", "the log", "both", "neither"] as const;
export type Guess = (typeof guesses)[number];

export interface Question {
  /** Reads on from "Who can tell you". */
  ask: string;
  table: string;
  log: string;
  reason: string;
  /** The guesses that hold. */
  holds: Guess[];
  /** The step to look at, and the records that show it. */
  look?: { offset: number; marked: number[] };
}

export const questions: Question[] = [
  {
    ask: "which of 40,000 carts hold a hat?",
    table: "Yes, one query.",
    log: "Only after folding every cart.",
    reason: "Events have a price. Lesson 16 pays it.",
    holds: ["the table", "both"],
  },
  {
    ask: "which addition was the mistake?",
    table: "No.",
    log: "Yes, offset 2 at 09:02.",
    reason:
      "Three is all the table knows. The log holds 2 at 09:02 and 1 at 09:05, and she pressed at 09:05.",
    holds: ["the log"],
    look: { offset: 3, marked: [2, 3] },
  },
  {
    ask: "did she ever want two pairs of pants?",
    table: "No.",
    log: "Yes, until offset 4.",
    reason: "An overwritten value is not old, it is gone.",
    holds: ["the log"],
    look: { offset: 4, marked: [1, 4] },
  },
  {
    ask: "why did she take one out?",
    table: "No.",
    log: "No.",
    reason: "A log knows what somebody recorded, and no more.",
    holds: ["neither"],
    look: { offset: 4, marked: [4] },
  },
];
