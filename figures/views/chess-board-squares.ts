import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import { boardWords } from "../../language/english/chess-board.ts";

/** Piece letters by square as FEN writes them; only the 64 squares of the board, only those that hold something. */
export type Squares = Record<string, string>;

export const files = ["a", "b", "c", "d", "e", "f", "g", "h"];
export const ranks = ["8", "7", "6", "5", "4", "3", "2", "1"];

const letters = Object.keys(boardWords.pieces) as (keyof typeof boardWords.pieces)[];

/** The board in a state, null when the state has no `squares`. What is not a text is shown as "?". */
export function squaresIn(state: Json | undefined): Squares | null {
  if (!isObject(state as Json) || !isObject((state as { squares: Json }).squares)) return null;
  const held = (state as { squares: { [square: string]: Json } }).squares;
  const squares: Squares = {};
  for (const rank of ranks) {
    for (const file of files) {
      const piece = held[file + rank];
      if (piece === undefined || piece === null || piece === "") continue;
      squares[file + rank] = typeof piece === "string" ? showHidden(piece) : "?";
    }
  }
  return squares;
}

/** "white knight" for "N"; anything chess does not have is named as it is. */
export function describePiece(piece: string): string {
  return Object.hasOwn(boardWords.piece, piece)
    ? (boardWords.piece[piece] as string)
    : boardWords.oddPiece(piece);
}

/** "White: king c1, rook d8, pawns a2, b2 and c2. Black: …" */
export function describeBoard(squares: Squares): string {
  const groups = (letterOf: (letter: string) => string) =>
    letters.flatMap((letter) => {
      const on = squaresWith(squares, letterOf(letter));
      return on.length === 0 ? [] : [boardWords.pieces[letter](on)];
    });
  const odd = Object.entries(squares)
    .filter(([, piece]) => !Object.hasOwn(boardWords.piece, piece))
    .map(([square, piece]) => boardWords.oddOn(piece, square));
  return [
    boardWords.side(
      boardWords.white,
      groups((letter) => letter),
    ),
    boardWords.side(
      boardWords.black,
      groups((letter) => letter.toLowerCase()),
    ),
    odd.length > 0 && boardWords.odd(odd),
  ]
    .filter(Boolean)
    .join(" ");
}

function squaresWith(squares: Squares, piece: string): string[] {
  return Object.keys(squares)
    .filter((square) => squares[square] === piece)
    .sort();
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
export function describeChanges(changed: Squares): string {
  const parts = Object.entries(changed)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([square, piece]) =>
      piece === "" ? boardWords.empty(square) : boardWords.holds(square, describePiece(piece)),
    );
  return parts.length === 0 ? "" : boardWords.changed(parts);
}
