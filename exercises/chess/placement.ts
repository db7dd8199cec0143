import { isObject, type Json } from "../../engine/fold/json.ts";

/** Piece letters by square as FEN writes them: white `KQRBNP`, black `kqrbnp`. An empty square has no entry. */
export type Squares = Record<string, string>;

const ranks = ["8", "7", "6", "5", "4", "3", "2", "1"];
const files = ["a", "b", "c", "d", "e", "f", "g", "h"];

/**
 * The placement field of a FEN, read from a learner's state `{ squares }`. Whatever else the state holds is the
 * learner's own; a square is empty when it has no entry, or null, or an empty text.
 */
export function placementOf(state: Json): Json {
  const squares = isObject(state) && isObject(state.squares) ? state.squares : null;
  if (squares === null) return "no squares";
  return ranks.map((rank) => rankOf(files.map((file) => squares[file + rank]))).join("/");
}

function rankOf(pieces: (Json | undefined)[]): string {
  const letters = pieces.map((piece) => {
    if (piece === undefined || piece === null || piece === "") return " ";
    return typeof piece === "string" && /^[kqrbnp]$/i.test(piece) ? piece : "?";
  });
  return letters.join("").replace(/ +/g, (gap) => String(gap.length));
}

/** The squares of a placement field: the way back. */
export function squaresOf(placement: Json): Squares {
  const squares: Squares = {};
  if (typeof placement !== "string" || placement.split("/").length !== 8) return squares;
  placement.split("/").forEach((row, down) => {
    const letters = [...row.replace(/\d/g, (gap) => " ".repeat(Number(gap)))];
    letters.forEach((letter, across) => {
      if (letter !== " ") squares[`${files[across]}${ranks[down]}`] = letter;
    });
  });
  return squares;
}
