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
    table: "Can tell, with one query.",
    log: "Can tell, but not directly: every cart must be folded first.",
    reason:
      "The log holds the answer, but nobody can look it up there. Lesson 16 shows what to do about that.",
    holds: ["the table", "both"],
  },
  {
    ask: "which addition was the mistake?",
    table: "Cannot tell.",
    log: "Can tell: offset 2, at 09:02.",
    reason:
      "The table knows only the number 3. The log shows two additions: two t-shirts at 09:02 and one at 09:05. She told you that she pressed the button at 09:05. So the addition at 09:02 is the mistake.",
    holds: ["the log"],
    look: { offset: 2, marked: [2, 3] },
  },
  {
    ask: "were there ever two pairs of pants in her cart?",
    table: "Cannot tell.",
    log: "Can tell: there were, until offset 4.",
    reason: "The table has overwritten the old value. It is gone.",
    holds: ["the log"],
    look: { offset: 4, marked: [1, 4] },
  },
  {
    ask: "why did she take one pair of pants out?",
    table: "Cannot tell.",
    log: "Cannot tell.",
    reason: "The record gives no reason. A log contains only what somebody recorded.",
    holds: ["neither"],
    look: { offset: 4, marked: [4] },
  },
];
