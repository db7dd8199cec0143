import type { Recording } from "./recordings.ts";

export const guesses = ["all three", "only whole carts", "only domain events", "none of them"] as const;
export type Guess = (typeof guesses)[number];

export interface Question {
  ask: string;
  /** The recordings that can answer. */
  answeredBy: Recording[];
  holds: Guess;
  reason: string;
  /** The records to look at. */
  marked: number[];
}

const everyRecording: Recording[] = ["whole carts", "new values", "domain events"];

export const questions: Question[] = [
  {
    ask: "How many hats were in the cart on 1 March?",
    answeredBy: everyRecording,
    holds: "all three",
    reason:
      "Two, at offset 2. Each of the three logs kept its old records, so each can say what was there before.",
    marked: [2],
  },
  {
    ask: "The hats left the cart at offsets 3 and 5. Who took them out, the shopper or the shop?",
    answeredBy: ["domain events"],
    holds: "only domain events",
    reason:
      "The shop withdrew one because it was damaged, and Sanjana took the other one out. The two other logs say “1” and “0” for both.",
    marked: [3, 5],
  },
  {
    ask: "What did one t-shirt cost when she added two more?",
    answeredBy: ["domain events"],
    holds: "only domain events",
    reason:
      "15.00, at offset 4. The page of the cart had no field for the price, so a log of its fields has none.",
    marked: [4],
  },
  {
    ask: "Every record before the newest one is lost. What is in the cart?",
    answeredBy: ["whole carts"],
    holds: "only whole carts",
    reason:
      "One t-shirt and one pair of socks. A whole cart needs no earlier record. The other two say only what changed last.",
    marked: [7],
  },
  {
    ask: "Why did she take two t-shirts out again at 20:14?",
    answeredBy: [],
    holds: "none of them",
    reason: "Nobody asked her, so nobody recorded it. If the shop wants to know, the page has to ask.",
    marked: [7],
  },
];

/** How many of the questions a recording can answer. */
export function scoreOf(recording: Recording): number {
  return questions.filter(({ answeredBy }) => answeredBy.includes(recording)).length;
}
