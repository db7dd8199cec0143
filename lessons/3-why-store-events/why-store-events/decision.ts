/** Where the scale comes to rest. */
export const designs = ["table", "outbox", "events"] as const;
export type Design = (typeof designs)[number];

export const designNames: Record<Design, string> = {
  table: "a table",
  outbox: "a table and an outbox",
  events: "event sourcing",
};

/** From here on, out of 100, the next design begins. */
export const zoneStarts = [0, 33, 67];

export interface Argument {
  name: string;
  question: string;
  /** What the lowest and the highest answer mean. */
  ends: [low: string, high: string];
  /** By how much one step moves the needle; negative: towards a table. */
  weight: number;
  /** Why a low and a high answer move it. */
  reasons: [low: string, high: string];
}

/** Answers go from 0 to 4; 2 moves nothing. */
export const highest = 4;
const middle = 2;

export const scaleArguments: Argument[] = [
  {
    name: "the past",
    question: "What is the past worth?",
    ends: ["nobody asks for it", "it decides about money or blame"],
    weight: 12,
    reasons: [
      "Nobody asks about the past, so there is little to gain from storing it.",
      "The past itself is a part of your business, and a table would overwrite it.",
    ],
  },
  {
    name: "questions",
    question: "How many kinds of questions come?",
    ends: ["always the same one", "new ones every month"],
    weight: 5,
    reasons: [
      "One question is answered best by one table.",
      "New questions can be asked of old events, from the first one on.",
    ],
  },
  {
    name: "contention",
    question: "How many people want the same thing at once?",
    ends: ["one at a time", "many, all day"],
    weight: 4,
    reasons: [
      "Nobody else changes the row, so the last write is the right one.",
      "An event says what was wanted. So two changes at once can be told apart.",
    ],
  },
  {
    name: "erasure",
    question: "How much must be erased on request?",
    ends: ["nothing", "nearly everything"],
    weight: -8,
    reasons: [
      "Nothing has to be taken out of the log later.",
      "Data that must be erased does not belong in a log that keeps everything.",
    ],
  },
  {
    name: "the team",
    question: "Has the team done event sourcing before?",
    ends: ["nobody has", "most have"],
    weight: 6,
    reasons: [
      "The team would learn on the first important system.",
      "The team knows what versions and rebuilds cost.",
    ],
  },
];

/** One answer for each argument, in their order. */
export type Answers = number[];

/** By how much each argument moves the needle. */
export function pushes(answers: Answers): number[] {
  return scaleArguments.map(({ weight }, n) => weight * ((answers[n] ?? middle) - middle));
}

/** Where the needle is, from 0 to 100. */
export function needle(answers: Answers): number {
  const sum = pushes(answers).reduce((all, push) => all + push, 50);
  return Math.min(100, Math.max(0, sum));
}

export function designAt(place: number): Design {
  return designs[zoneStarts.findLastIndex((start) => place >= start)] as Design;
}

/** The two arguments that move the needle most, with their reasons. */
export function mainReasons(answers: Answers): string[] {
  const all = pushes(answers);
  return [...scaleArguments.keys()]
    .filter((n) => all[n] !== 0)
    .toSorted((a, b) => Math.abs(all[b] ?? 0) - Math.abs(all[a] ?? 0))
    .slice(0, 2)
    .map((n) => scaleArguments[n]?.reasons[(answers[n] ?? middle) < middle ? 0 : 1] ?? "");
}

export interface System {
  name: string;
  answers: Answers;
}

/** Three systems to guess about. */
export const systems: System[] = [
  { name: "The sign-up form of a newsletter", answers: [0, 0, 0, 4, 2] },
  { name: "The orders of a shop, which also have to reach the warehouse", answers: [2, 3, 1, 3, 1] },
  { name: "The accounts of a savings bank", answers: [4, 3, 3, 1, 3] },
];
