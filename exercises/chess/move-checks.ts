import type { Check, CheckContext } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { describePiece, describePlace, moveContextOf, pieceName } from "./move-context.ts";

/** Checks about a move: `covers` and `message` get the move too. */
export const moveCheck = checksAbout(moveContextOf);

/** A move that must still work when a later stage adds a rule to it. */
export const plainMoves = moveCheck(
  "plain-moves",
  "Moves and captures of one piece still work",
  ({ kind }) => kind === "plain" || kind === "capture",
  ({ piece, from, to, wrong, expected, actual }, at) => {
    const square = wrong[0] ?? to;
    return `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to}, and nothing else moved. Your board shows ${describePiece(actual[square])} on ${square}; after this move it must show ${describePiece(expected[square])} there. Which of your rules ran for this move?`;
  },
);

export const castlingMovesTwo = moveCheck(
  "castling",
  "Castling moves the king and the rook",
  ({ kind }) => kind === "castling",
  ({ piece, from, to, actual, wrong }, at) => {
    const rank = from[1];
    const [corner, beside] = to[0] === "g" ? [`h${rank}`, `f${rank}`] : [`a${rank}`, `d${rank}`];
    const king = pieceName(piece);
    if (wrong.includes(to) || wrong.includes(from)) {
      return `At ${describePlace(at)} the ${king} castled from ${from} to ${to}. Your board shows ${describePiece(actual[to])} on ${to} and ${describePiece(actual[from])} on ${from}. On which square is the king after castling?`;
    }
    return `At ${describePlace(at)} the ${king} castled from ${from} to ${to}. Your board shows ${describePiece(actual[corner])} on ${corner} and ${describePiece(actual[beside])} on ${beside}. The record names only the king. Which other piece moves when a king goes two squares?`;
  },
);

export const passingPawnIsTaken = moveCheck(
  "en-passant",
  "En passant takes the pawn beside the one that moves",
  ({ kind }) => kind === "en passant",
  ({ piece, from, to, actual, wrong }, at) => {
    const beside = `${to[0]}${from[1]}`;
    if (wrong.includes(beside)) {
      return `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to}, and ${to} was empty. Your board still shows ${describePiece(actual[beside])} on ${beside}. Which pawn was taken, and on which square was it?`;
    }
    const square = wrong[0] ?? to;
    return `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to} and took the pawn on ${beside} en passant. Your board shows ${describePiece(actual[square])} on ${square}. Which squares change in this move?`;
  },
);

/** An event that is no move: a resignation, or a type this reducer was not written for. */
export const otherEvents: Check = {
  id: "other-events",
  title: "An event that moves no piece leaves the board as it is",
  covers: (at) => at.event !== null && at.event.type !== "MoveMade",
  message: (at) =>
    `At offset ${at.offset} the log holds ${at.event?.type}. No piece moved, so the board must stay as it was before this record, but yours changed. What does \`evolve\` return for an event that is not a move?`,
};

/** For every difference that no other check covers. */
export const wholeBoard: Check = {
  id: "board",
  title: "All 64 squares are right",
  covers: () => true,
  message: (at) => {
    const move = moveContextOf(at);
    const square = move?.wrong[0];
    if (move === null || square === undefined) {
      return "Your board is wrong before the first move. Does your state still hold the squares by name, for example e2, with one letter for each piece?";
    }
    return `At ${describePlace(at)} your board shows ${describePiece(move.actual[square])} on ${square}; it must show ${describePiece(move.expected[square])}. Which record put it there?`;
  },
};

/** The message of the law "mutation" in the words of the board. */
export function boardWasChanged(at: CheckContext, path: string): string {
  return `Your code changed the board it was given, at \`${path}\`, while it read ${describePlace(at)}. That board is the state before this record, and other code may still use it. What would you return if the old board had to stay as it is?`;
}
