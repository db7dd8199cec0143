import { readRemembered, remember } from "../../storage/remembered-value.ts";

const seedName = "quiz-seed";

/** The seed of this browser: made once and kept, so that a learner sees each question in the same order every time. */
export function quizSeed(): number {
  const kept = readRemembered<number>(seedName);
  if (typeof kept === "number") return kept;
  const seed = Math.floor(Math.random() * 2 ** 32);
  remember(seedName, seed);
  return seed;
}

/**
 * The order in which the options of a question are shown, as indexes of the options as written. `question` names the
 * question within the course. Without storage the seed is another one on each visit.
 */
export function optionOrder(seed: number, question: string, count: number): number[] {
  const ranks = Array.from({ length: count }, (_, option) => hash(`${question}/${option}`, seed));
  return [...ranks.keys()].sort((one, other) => (ranks[one] as number) - (ranks[other] as number));
}

/** A number from 0 that follows from a text and a seed: FNV-1a, its bits mixed as MurmurHash3 does at its end. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
