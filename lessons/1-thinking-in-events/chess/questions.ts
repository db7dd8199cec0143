import { describePiece } from "../../../figures/views/chess-board-squares.ts";
import type { GameAtPly } from "./game-at-ply.ts";

/** From the poorest to the richest: each knows what those before it know, and more. */
export const readers = ["picture", "FEN", "moves"] as const;
export type Reader = (typeof readers)[number];

/** A question, the poorest reader that can answer it (null: none of the three), the answer now, and the reason. */
export interface Question {
  id: string;
  asks: string;
  needs: Reader | null;
  answer(moment: GameAtPly): string;
  reason: string;
}

const sideRights = (rights: string, short: string, long: string) => {
  const kept = [rights.includes(short) && "short", rights.includes(long) && "long"].filter(Boolean);
  return kept.length === 0 ? "not any more" : kept.join(" and ");
};

export const questions: Question[] = [
  {
    id: "where",
    asks: "Where are the pieces?",
    needs: "picture",
    answer: ({ position }) => `${Object.keys(position.squares).length} pieces, each on its square.`,
    reason: "A picture shows it, the FEN writes it down, and from the moves you can compute it.",
  },
  {
    id: "turn",
    asks: "Whose turn is it?",
    needs: "FEN",
    answer: ({ position }) => (position.turn === "w" ? "White’s." : "Black’s."),
    reason: "A board does not show whose turn it is. The second field of the FEN does.",
  },
  {
    id: "castling",
    asks: "Who may still castle?",
    needs: "FEN",
    answer: ({ position }) =>
      `White: ${sideRights(position.rights, "K", "Q")}. Black: ${sideRights(position.rights, "k", "q")}.`,
    reason:
      "The third field of the FEN has a letter for each right. But only the moves tell you with which move a player lost a right.",
  },
  {
    id: "passing",
    asks: "Can a pawn be taken en passant now?",
    needs: "FEN",
    answer: ({ position }) => (position.passed === "-" ? "No." : `Yes, by going to ${position.passed}.`),
    reason:
      "The fourth field of the FEN names the square to which the capturing pawn would go. It is “-” when no pawn can be captured en passant.",
  },
  {
    id: "fifty",
    asks: "How long since a capture or a pawn move?",
    needs: "FEN",
    answer: ({ position }) => `${position.clock} ${position.clock === 1 ? "ply" : "plies"}.`,
    reason:
      "The fifth field of the FEN counts these plies. At 100 plies, fifty moves of each player, a player may claim a draw.",
  },
  {
    id: "repetition",
    asks: "Has this position occurred before?",
    needs: "moves",
    answer: ({ visits }) =>
      visits.length === 1
        ? "No, this is the first time."
        : `Yes, after ply ${visits.slice(0, -1).join(" and ")}, and now again: ${visits.length} times in all.`,
    reason: "The answer needs all the earlier positions. A FEN holds none of them.",
  },
  {
    id: "captures",
    asks: "What was captured last, and when?",
    needs: "moves",
    answer: ({ captures }) => {
      const last = captures.at(-1);
      return last === undefined
        ? "Nothing yet."
        : `A ${describePiece(last.piece)} on ${last.square}, at ply ${last.ply}.`;
    },
    reason:
      "A position shows which pieces are missing. Only the moves show when and where they were captured.",
  },
  {
    id: "resigned",
    asks: "Has a player resigned or claimed a draw?",
    needs: null,
    answer: ({ game, ended }) =>
      ended ? `${game.end} The record ${game.ending} says it.` : "No such record up to here.",
    reason:
      "Neither is a move. The log knows it only if it also holds another kind of event, such as PlayerResigned, and somebody appended it.",
  },
];

/** Whether a reader can answer. */
export function canAnswer(reader: Reader, { needs }: Question): boolean {
  return needs !== null && readers.indexOf(reader) >= readers.indexOf(needs);
}
