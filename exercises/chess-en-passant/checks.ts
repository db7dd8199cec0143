import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import { caseFromMoves, earlierStages, isLegal, legalGames } from "../chess/generated-games.ts";
import {
  boardWasChanged,
  castlingMovesTwo,
  moveCheck,
  otherEvents,
  passingPawnIsTaken,
  plainMoves,
  wholeBoard,
} from "../chess/move-checks.ts";
import { describePiece, describePlace, pieceName } from "../chess/move-context.ts";
import { placementOf } from "../chess/placement.ts";

const beside = (from: string, to: string) => `${to[0]}${from[1]}`;

const onlyWhatWasTaken = moveCheck(
  "bystander",
  "Only a capture en passant takes a piece beside the moving pawn",
  ({ from, to, kind, wrong }) => (kind === "capture" || kind === "plain") && wrong.includes(beside(from, to)),
  ({ piece, taken, from, to, expected, actual }, at) => {
    const square = beside(from, to);
    const target = taken === null ? `took nothing` : `took a ${pieceName(taken)} on ${to}`;
    return `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to} and ${target}. Your board shows ${describePiece(actual[square])} on ${square}; after this move it must show ${describePiece(expected[square])} there. What is different in an en passant move?`;
  },
);

export default {
  checks: [onlyWhatWasTaken, plainMoves, castlingMovesTwo, passingPawnIsTaken, otherEvents, wholeBoard],
  compare: placementOf,
  cases: earlierStages.castling.map((moves) => caseFromMoves(moves)),
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
