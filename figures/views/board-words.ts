import { isObject, type Json } from "../../engine/fold/json.ts";

/** Piece letters by square as FEN writes them; only the 64 squares of the board, only those that hold something. */
export type Squares = Record<string, string>;

export const files = ["a", "b", "c", "d", "e", "f", "g", "h"];
export const ranks = ["8", "7", "6", "5", "4", "3", "2", "1"];

const names: Record<string, string> = {
  K: "king",
  Q: "queen",
  R: "rook",
  B: "bishop",
  N: "knight",
  P: "pawn",
};

/** The board in a state, null when the state has no `squares`. What is not a text is shown as "?". */
export function squaresIn(state: Json | undefined): Squares | null {
  if (!isObject(state as Json) || !isObject((state as { squares: Json }).squares)) return null;
  const held = (state as { squares: { [square: string]: Json } }).squares;
  const squares: Squares = {};
  for (const rank of ranks) {
    for (const file of files) {
      const piece = held[file + rank];
      if (piece === undefined || piece === null || piece === "") continue;
      squares[file + rank] = typeof piece === "string" ? piece : "?";
    }
  }
  return squares;
}

/** "white knight" for "N"; anything chess does not have is named as it is. */
export function pieceInWords(piece: string): string {
  const name = names[piece.toUpperCase()];
  if (name === undefined) return `“${piece}”`;
  return `${piece === piece.toUpperCase() ? "white" : "black"} ${name}`;
}

/** "White: king c1, rook d8, pawns a2, b2 and c2. Black: …" */
export function boardInWords(squares: Squares): string {
  const side = (colour: string, letters: string[]) => {
    const groups = letters.flatMap((letter) => group(squares, letter));
    return `${colour}: ${groups.length === 0 ? "no pieces" : groups.join(", ")}.`;
  };
  const letters = Object.keys(names);
  const odd = Object.entries(squares).filter(([, piece]) => names[piece.toUpperCase()] === undefined);
  const rest =
    odd.length === 0
      ? ""
      : ` Not chess: ${odd.map(([square, piece]) => `“${piece}” on ${square}`).join(", ")}.`;
  return `${side("White", letters)} ${side(
    "Black",
    letters.map((letter) => letter.toLowerCase()),
  )}${rest}`;
}

function group(squares: Squares, letter: string): string[] {
  const on = Object.keys(squares)
    .filter((square) => squares[square] === letter)
    .sort();
  const name = names[letter.toUpperCase()];
  if (on.length === 0) return [];
  if (on.length === 1) return [`${name} ${on[0]}`];
  return [`${name}s ${on.slice(0, -1).join(", ")} and ${on.at(-1)}`];
}

/** Squares that hold something else than before, and what they hold now; "" for a square that became empty. */
export function changedSquares(before: Squares | null, now: Squares): Squares {
  const changed: Squares = {};
  if (before === null) return changed;
  for (const square of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (before[square] !== now[square]) changed[square] = now[square] ?? "";
  }
  return changed;
}

/** "Changed: e2 is empty, e4 holds a white pawn." Empty text when nothing changed. */
export function changesInWords(changed: Squares): string {
  const parts = Object.entries(changed)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([square, piece]) =>
      piece === "" ? `${square} is empty` : `${square} holds a ${pieceInWords(piece)}`,
    );
  return parts.length === 0 ? "" : `Changed: ${parts.join(", ")}.`;
}
