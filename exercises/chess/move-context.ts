import type { CheckContext } from "../../engine/grading/checks.ts";
import { type Squares, squaresOf } from "./placement.ts";

/** A move as the record says it, with the three boards that a message needs. */
export interface MoveContext {
  from: string;
  to: string;
  promote: string | null;
  /** The piece that moved and the piece that was on `to`, as FEN letters; null where there was none. */
  piece: string;
  taken: string | null;
  before: Squares;
  expected: Squares;
  actual: Squares;
  kind: "plain" | "capture" | "castling" | "en passant" | "promotion";
  /** Squares on which the learner's board differs from the record's. */
  wrong: string[];
}

/** What happened on the board at this step; null when the event is no move. */
export function moveContextOf(at: CheckContext): MoveContext | null {
  if (at.event?.type !== "MoveMade") return null;
  const data = at.event.data as { from: string; to: string; promote?: string };
  const [before, expected, actual] = [squaresOf(at.before), squaresOf(at.expected), squaresOf(at.actual)];
  const piece = before[data.from] ?? "?";
  const taken = before[data.to] ?? null;
  const named = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return {
    from: data.from,
    to: data.to,
    promote: data.promote ?? null,
    piece,
    taken,
    before,
    expected,
    actual,
    kind: kindOf(data, piece, taken),
    wrong: [...named].filter((square) => expected[square] !== actual[square]).sort(),
  };
}

function kindOf(
  move: { from: string; to: string; promote?: string },
  piece: string,
  taken: string | null,
): MoveContext["kind"] {
  const sideways = Math.abs(move.from.charCodeAt(0) - move.to.charCodeAt(0));
  if (move.promote !== undefined) return "promotion";
  if (piece.toLowerCase() === "k" && sideways === 2) return "castling";
  if (piece.toLowerCase() === "p" && sideways === 1 && taken === null) return "en passant";
  return taken === null ? "plain" : "capture";
}

const names: Record<string, string> = {
  k: "king",
  q: "queen",
  r: "rook",
  b: "bishop",
  n: "knight",
  p: "pawn",
};

/** "white pawn" for "P". */
export function pieceName(letter: string): string {
  const name = names[letter.toLowerCase()];
  if (name === undefined) return "piece that chess does not have";
  return `${letter === letter.toUpperCase() ? "white" : "black"} ${name}`;
}

/** "a white pawn", or "nothing" for an empty square. */
export function describePiece(letter: string | null | undefined): string {
  return letter === null || letter === undefined ? "nothing" : `a ${pieceName(letter)}`;
}

/** "offset 7 (ply 8)": where the reader finds the move on the tape and in the game. */
export function describePlace(at: CheckContext): string {
  return `offset ${at.offset} (ply ${at.history.length + 1})`;
}
