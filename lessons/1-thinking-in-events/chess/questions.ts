import { pieceInWords } from "../../../figures/views/board-words.ts";
import type { Moment } from "./moment.ts";

/** From the poorest to the richest: each knows what those before it know, and more. */
export const readers = ["picture", "FEN", "moves"] as const;
export type Reader = (typeof readers)[number];

/** A question, the poorest reader that can answer it (null: none of the three), the answer now, and the reason. */
export interface Question {
  id: string;
  asks: string;
  needs: Reader | null;
  answer(moment: Moment): string;
  reason: string;
}

const sideRights = (rights: string, short: string, long: string) => {
  const kept = [rights.includes(short) && "short", rights.includes(long) && "long"].filter(Boolean);
  return kept.length === 0 ? "not any more" : kept.join(" and ");
};

export const questions: Question[] = [
  {
    id: "where",
    asks: "Where do the pieces stand?",
    needs: "picture",
    answer: ({ position }) => `${Object.keys(position.squares).length} pieces, each on its square.`,
    reason: "This is what a picture is for. The FEN spells it, and the moves fold to it.",
  },
  {
    id: "turn",
    asks: "Whose turn is it?",
    needs: "FEN",
    answer: ({ position }) => (position.turn === "w" ? "White’s." : "Black’s."),
    reason: "Nobody’s turn is drawn on a board. The second field of the FEN holds it.",
  },
  {
    id: "castling",
    asks: "Who has kept the right to castle?",
    needs: "FEN",
    answer: ({ position }) =>
      `White: ${sideRights(position.rights, "K", "Q")}. Black: ${sideRights(position.rights, "k", "q")}.`,
    reason: "The third field keeps the right as a flag. Which move took it away, only the moves say.",
  },
  {
    id: "passing",
    asks: "Can a pawn be taken en passant now?",
    needs: "FEN",
    answer: ({ position }) => (position.passed === "-" ? "No." : `Yes, by going to ${position.passed}.`),
    reason: "The fourth field names the square, and forgets it one ply later.",
  },
  {
    id: "fifty",
    asks: "How long since a capture or a pawn move?",
    needs: "FEN",
    answer: ({ position }) => `${position.clock} ${position.clock === 1 ? "ply" : "plies"}.`,
    reason: "The fifth field counts. At 100 plies, fifty moves each, a player may claim a draw.",
  },
  {
    id: "repetition",
    asks: "Has this position stood here before?",
    needs: "moves",
    answer: ({ visits }) =>
      visits.length === 1
        ? "No, this is the first time."
        : `Yes, after ply ${visits.slice(0, -1).join(" and ")}. This is time ${visits.length}.`,
    reason: "The answer lies in all the positions before. FEN keeps none of them.",
  },
  {
    id: "captures",
    asks: "What was captured last, and when?",
    needs: "moves",
    answer: ({ captures }) => {
      const last = captures.at(-1);
      return last === undefined
        ? "Nothing yet."
        : `A ${pieceInWords(last.piece)} on ${last.square}, at ply ${last.ply}.`;
    },
    reason: "A position shows who is missing. When and where they went is history.",
  },
  {
    id: "resigned",
    asks: "Has a player resigned, or is the game drawn?",
    needs: null,
    answer: ({ game, ended }) =>
      ended ? `${game.end} The record ${game.ending} says it.` : "No such record up to here.",
    reason: "No move says it. It is known only if somebody appended an event of its own.",
  },
];

/** Whether a reader can answer. */
export function canAnswer(reader: Reader, { needs }: Question): boolean {
  return needs !== null && readers.indexOf(reader) >= readers.indexOf(needs);
}
