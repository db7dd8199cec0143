import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import {
  boardWasChanged,
  castlingMovesTwo,
  moveCheck,
  otherEvents,
  passingPawnIsTaken,
  plainMoves,
  wholeBoard,
} from "../chess-moves/basics.ts";
import { earlierStages, isLegal, legalGames, played } from "../chess-moves/legal-games.ts";
import { pieceName, what, where } from "../chess-moves/moment.ts";
import { placementOf } from "../chess-moves/placement.ts";

const beside = (from: string, to: string) => `${to[0]}${from[1]}`;

const onlyWhatWasTaken = moveCheck(
  "bystander",
  "A move takes no piece that only stands beside it",
  ({ from, to, kind, wrong }) => (kind === "capture" || kind === "plain") && wrong.includes(beside(from, to)),
  ({ piece, taken, from, to, expected, actual }, at) => {
    const square = beside(from, to);
    const target = taken === null ? `nothing was taken` : `took a ${pieceName(taken)} that stood on ${to}`;
    return `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to} and ${target}. Your board shows ${what(actual[square])} on ${square}; the record leaves ${what(expected[square])} there. What makes en passant different from this move?`;
  },
);

export default {
  checks: [onlyWhatWasTaken, plainMoves, castlingMovesTwo, passingPawnIsTaken, otherEvents, wholeBoard],
  compare: placementOf,
  cases: earlierStages.castling.map((moves) => played(moves)),
  generated: {
    cases: (fc) =>
      legalGames(fc, {
        allowed: "kqe",
        wanted: "e",
        openings: ["", "e4 a6 e5 d5", "a3 e5 a4 e4 d4", "e4 e5 f4 exf4 g4", "d4 h6 d5 h5"],
      }),
    possible: (candidate) => isLegal(candidate, "kqe"),
  },
  words: { mutation: boardWasChanged },
} satisfies ExerciseChecks;
