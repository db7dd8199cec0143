import { placeInWords } from "./narration.ts";
import { distanceOf, moves, pathOf, placeAfter, wasAt, wetPaint } from "./robot-night.ts";

export const guesses = ["the position", "the moves", "both", "neither"] as const;
export type Guess = (typeof guesses)[number];

export interface Question {
  ask: string;
  /** The guess that is right. */
  right: Guess;
  position: string;
  moves: string;
  reason: string;
  /** The offset that shows it. */
  look?: number;
}

const end = placeInWords(placeAfter(moves));
const paint = placeInWords(wetPaint);
const offsetAtPaint = pathOf(moves).findIndex((place) => placeInWords(place) === paint) - 1;

export const questions: Question[] = [
  {
    ask: "Where is the robot now?",
    right: "both",
    position: `At ${end}.`,
    moves: `At ${end}, when they are added up.`,
    reason: "The position says it at once. This is the question for which somebody chose to store it.",
  },
  {
    ask: "How far did it drive?",
    right: "the moves",
    position: "It does not say.",
    moves: `${distanceOf(moves)} metres.`,
    reason: "A robot that did not move at all would have the same position.",
    look: moves.length - 1,
  },
  {
    ask: `Was it ever at the wet paint, at ${paint}?`,
    right: "the moves",
    position: "It does not say.",
    moves: wasAt(moves, wetPaint) ? `Yes, after offset ${offsetAtPaint}.` : "No.",
    reason: "Nobody knew of the paint when the moves were written down. They can answer all the same.",
    look: offsetAtPaint,
  },
  {
    ask: "Why did it drive there?",
    right: "neither",
    position: "It does not say.",
    moves: "They do not say.",
    reason: "Nobody wrote down a reason. A log leaves things out, too.",
  },
];
