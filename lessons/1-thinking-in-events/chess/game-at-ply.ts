import { describePiece } from "../../../figures/views/chess-board-squares.ts";
import type { FigureGame, PlayedMove } from "./game-data.ts";
import { type Position, positionsOf, sameness, takenSquare } from "./position.ts";

/** A game at one place of its log, with everything the three readers are asked about. */
export interface GameAtPly {
  game: FigureGame;
  ply: number;
  position: Position;
  /** The position one record earlier, null before the first. */
  before: Position | null;
  /** After which plies this position stood on the board, up to now. */
  visits: number[];
  captures: { ply: number; piece: string; square: string }[];
  /** Whether the record that ends the game has been read. */
  ended: boolean;
}

/** How many records a game has: its moves, and the event that ends it where the board cannot show the end. */
export function recordsIn(game: FigureGame): number {
  return game.moves.length + (game.ending === undefined ? 0 : 1);
}

/** The moment after `read` records of the game. */
export function gameAtPly(game: FigureGame, read: number): GameAtPly {
  const ply = Math.min(read, game.moves.length);
  const positions = positionsOf(game.moves.slice(0, ply));
  const position = positions[ply] as Position;
  const key = sameness(position);
  const ended = read > game.moves.length;
  return {
    game,
    ply,
    position,
    before: read === 0 ? null : (positions[ended ? ply : ply - 1] as Position),
    visits: positions.flatMap((each, at) => (sameness(each) === key ? [at] : [])),
    captures: game.moves.slice(0, ply).flatMap((move, at) => {
      const square = takenSquare(positions[at] as Position, move.from, move.to);
      const piece = square === null ? undefined : (positions[at] as Position).squares[square];
      return square === null || piece === undefined ? [] : [{ ply: at + 1, piece, square }];
    }),
    ended,
  };
}

/** "6. Nf3" or "6… Nf6": a ply as a score sheet writes it. */
export function numbered(ply: number, san: string): string {
  return `${Math.ceil(ply / 2)}${ply % 2 === 1 ? "." : "…"} ${san}`;
}

/** One record in plain words: what moved, what was taken, and where. */
export function describeMove(before: Position, { san, from, to, promote }: PlayedMove): string {
  const piece = before.squares[from] ?? "?";
  const taken = takenSquare(before, from, to);
  const captured = taken === null ? undefined : before.squares[taken];
  const parts = [`The ${describePiece(piece)} goes from ${from} to ${to}`];
  if (san.startsWith("O-O")) parts.push("and the rook jumps over it");
  if (captured !== undefined)
    parts.push(`and takes the ${describePiece(captured)}${taken === to ? "" : ` on ${taken} en passant`}`);
  if (promote !== undefined) parts.push(`and becomes a ${describePiece(promote).split(" ")[1]}`);
  const end = san.endsWith("#") ? " Checkmate." : san.endsWith("+") ? " Check." : "";
  return `${parts.join(" ")}.${end}`;
}

/** The account of a moment that is read out when it is reached. */
export function describeGameAtPly({ game, ply, before, ended }: GameAtPly): string {
  if (ended) return `Offset ${ply}, ${game.ending}. ${game.end}`;
  const move = game.moves[ply - 1];
  if (move === undefined || before === null) return "Before the first move.";
  const last = ply === game.moves.length && game.ending === undefined ? ` ${game.end}` : "";
  return `Ply ${ply}, ${numbered(ply, move.san)}. ${describeMove(before, move)}${last}`;
}
