import type { PlayedMove } from "./game-data.ts";

/** All that the rules of chess ask about a moment, except what happened before it. */
export interface Position {
  squares: Record<string, string>;
  turn: "w" | "b";
  /** Castling that is still allowed, as FEN writes it: some of "KQkq". */
  rights: string;
  /** The square behind a pawn that may be taken en passant now, or "-". */
  passed: string;
  /** Plies since the last capture or pawn move. */
  clock: number;
  /** The move number: 1, and one more after each move of Black. */
  number: number;
}

function startPosition(): Position {
  const squares: Record<string, string> = {};
  [..."rnbqkbnr"].forEach((piece, i) => {
    const file = "abcdefgh"[i];
    Object.assign(squares, {
      [`${file}1`]: piece.toUpperCase(),
      [`${file}2`]: "P",
      [`${file}7`]: "p",
      [`${file}8`]: piece,
    });
  });
  return { squares, turn: "w", rights: "KQkq", passed: "-", clock: 0, number: 1 };
}

/** One step of the fold: the position after a move. The position before stays as it was. */
function afterMove(position: Position, { from, to, promote }: PlayedMove): Position {
  const { [from]: piece = "?", ...squares } = position.squares;
  const kind = piece.toLowerCase();
  const white = piece === piece.toUpperCase();
  const taken = takenSquare(position, from, to);
  if (taken !== null) delete squares[taken];
  squares[to] = promote === undefined ? piece : white ? promote.toUpperCase() : promote;
  if (kind === "k" && from[0] === "e" && (to[0] === "g" || to[0] === "c")) {
    const [corner, beside] = to[0] === "g" ? ["h", "f"] : ["a", "d"];
    delete squares[corner + to.slice(1)];
    squares[beside + to.slice(1)] = white ? "R" : "r";
  }
  return {
    squares,
    turn: position.turn === "w" ? "b" : "w",
    rights: rightsAfter(position.rights, piece, from, to),
    passed: kind === "p" ? passedSquare(squares, white, from, to) : "-",
    clock: kind === "p" || taken !== null ? 0 : position.clock + 1,
    number: position.number + (position.turn === "b" ? 1 : 0),
  };
}

/** Where the captured piece stood; null when nothing was captured. En passant takes beside, not on the target. */
export function takenSquare({ squares }: Position, from: string, to: string): string | null {
  if (squares[to] !== undefined) return to;
  const passing = squares[from]?.toLowerCase() === "p" && from[0] !== to[0];
  return passing ? `${to[0]}${from[1]}` : null;
}

const corners: Record<string, string> = { a1: "Q", h1: "K", a8: "q", h8: "k" };

function rightsAfter(rights: string, piece: string, from: string, to: string): string {
  const king = piece === "K" ? "KQ" : piece === "k" ? "kq" : "";
  const lost = king + (corners[from] ?? "") + (corners[to] ?? "");
  return [...rights].filter((right) => !lost.includes(right)).join("");
}

function passedSquare(squares: Record<string, string>, white: boolean, from: string, to: string): string {
  if (Math.abs(Number(from[1]) - Number(to[1])) !== 2) return "-";
  const enemy = white ? "p" : "P";
  const file = to.charCodeAt(0);
  const beside = [file - 1, file + 1].map((code) => String.fromCharCode(code) + to[1]);
  return beside.some((square) => squares[square] === enemy) ? `${to[0]}${white ? 3 : 6}` : "-";
}

export const fenFieldNames = [
  "pieces",
  "turn",
  "castling",
  "en passant",
  "plies since a capture or pawn move",
  "move",
];

/** The six fields of the position's FEN. */
export function fenFields({ squares, turn, rights, passed, clock, number }: Position): string[] {
  const rows = ["8", "7", "6", "5", "4", "3", "2", "1"].map((rank) =>
    [..."abcdefgh"]
      .map((file) => squares[file + rank] ?? " ")
      .join("")
      .replace(/ +/g, (gap) => String(gap.length)),
  );
  return [rows.join("/"), turn, rights === "" ? "-" : rights, passed, String(clock), String(number)];
}

/** What makes two positions the same in the sense of the repetition rule: FEN without its two counters. */
export function sameness(position: Position): string {
  return fenFields(position).slice(0, 4).join(" ");
}

/** The positions of a game, from the one before the first move to the last. */
export function positionsOf(moves: PlayedMove[]): Position[] {
  const positions = [startPosition()];
  for (const move of moves) positions.push(afterMove(positions.at(-1) as Position, move));
  return positions;
}

/** The en passant field as the standard of 1994 spells it: the square behind any pawn that has just moved two squares. */
export function enPassantBefore2023(moves: PlayedMove[]): string {
  const last = moves.at(-1);
  const before = positionsOf(moves.slice(0, -1)).at(-1) as Position;
  if (!last || before.squares[last.from]?.toLowerCase() !== "p") return "-";
  const [from, to] = [Number(last.from[1]), Number(last.to[1])];
  return Math.abs(to - from) === 2 ? `${last.to[0]}${(from + to) / 2}` : "-";
}
