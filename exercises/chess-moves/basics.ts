import type { At, Check } from "../../engine/grading/checks.ts";
import { type Moment, momentOf, pieceName, what, where } from "./moment.ts";

/** A check that speaks about a move: `covers` and `message` get the moment beside the step. */
export function moveCheck(
  id: string,
  title: string,
  covers: (moment: Moment) => boolean,
  message: (moment: Moment, at: At) => string,
): Check {
  const withMoment = <Answer>(at: At, otherwise: Answer, then: (moment: Moment) => Answer) => {
    const moment = momentOf(at);
    return moment === null ? otherwise : then(moment);
  };
  return {
    id,
    title,
    covers: (at) => withMoment(at, false, covers),
    message: (at) => withMoment(at, "", (moment) => message(moment, at)),
  };
}

/** A move that must still work when a later stage adds a rule to it. */
export const plainMoves = moveCheck(
  "plain-moves",
  "Moves and captures of one piece still work",
  ({ kind }) => kind === "plain" || kind === "capture",
  ({ piece, from, to, wrong, expected, actual }, at) => {
    const square = wrong[0] ?? to;
    return `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to}, and nothing else moved. Your board shows ${what(actual[square])} on ${square}; the record leaves ${what(expected[square])} there. Which of your rules ran for this move?`;
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
      return `At ${where(at)} the ${king} castled from ${from} to ${to}. Your board shows ${what(actual[to])} on ${to} and ${what(actual[from])} on ${from}. Where does the king stand after it has castled?`;
    }
    return `At ${where(at)} the ${king} castled from ${from} to ${to}. Your board shows ${what(actual[corner])} on ${corner} and ${what(actual[beside])} on ${beside}. The record names the king alone: which other piece moves when a king goes two squares?`;
  },
);

export const passingPawnIsTaken = moveCheck(
  "en-passant",
  "En passant takes the pawn beside, not the piece on the target square",
  ({ kind }) => kind === "en passant",
  ({ piece, from, to, actual, wrong }, at) => {
    const beside = `${to[0]}${from[1]}`;
    if (wrong.includes(beside)) {
      return `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to}, and ${to} was empty. Your board still shows ${what(actual[beside])} on ${beside}. Which pawn was taken, and on which square did it stand?`;
    }
    const square = wrong[0] ?? to;
    return `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to} and took the pawn on ${beside} in passing. Your board shows ${what(actual[square])} on ${square}. Which squares change in this move?`;
  },
);

/** An event that is no move: a resignation, or a type this reducer was not written for. */
export const otherEvents: Check = {
  id: "other-events",
  title: "An event that moves no piece leaves the board as it is",
  covers: (at) => at.event !== null && at.event.type !== "MoveMade",
  message: (at) =>
    `At offset ${at.offset} the log holds ${at.event?.type}. No piece moved, so the board stays as it was one record before; yours does not. What does \`evolve\` return for an event that is not a move?`,
};

/** The last word, when nothing above has spoken. */
export const wholeBoard: Check = {
  id: "board",
  title: "All 64 squares are as the record says",
  covers: () => true,
  message: (at) => {
    const moment = momentOf(at);
    const square = moment?.wrong[0];
    if (moment === null || square === undefined) {
      return "The board differs from the record before any move. Does your state still hold the squares by name, for example e2, with one letter for each piece?";
    }
    return `At ${where(at)} your board shows ${what(moment.actual[square])} on ${square}; the record says ${what(moment.expected[square])}. Which record put it there?`;
  },
};

/** House check "mutation" in the words of the board. */
export function boardWasChanged(at: At, path: string): string {
  return `Your code changed the board it was given, at \`${path}\`, while it read ${where(at)}. That board is the position one move ago, and somebody may still be looking at it. What would you return if the old board had to stay as it is?`;
}
