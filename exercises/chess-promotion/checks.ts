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

const becomesWhatTheRecordSays = moveCheck(
  "promotion",
  "A promoted pawn becomes the piece that was chosen, in its own colour",
  ({ kind }) => kind === "promotion",
  ({ piece, from, to, expected, actual, wrong }, at) => {
    const square = wrong.includes(to) ? to : (wrong[0] ?? to);
    const chosen = pieceName(expected[to] ?? "?");
    return `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to} and became a ${chosen}. Your board shows ${what(actual[square])} on ${square}. Who decides what a pawn becomes, and where is it written?`;
  },
);

export default {
  checks: [
    plainMoves,
    castlingMovesTwo,
    passingPawnIsTaken,
    becomesWhatTheRecordSays,
    otherEvents,
    wholeBoard,
  ],
  compare: placementOf,
  cases: [...earlierStages.castling, ...earlierStages.enPassant].map((moves) => played(moves)),
  generated: {
    cases: (fc) =>
      legalGames(fc, {
        allowed: "kqep",
        wanted: "p",
        openings: [
          "e4 Nf6 Nc3 d5 e5 d4 exf6 dxc3 d4 cxb2 fxg7",
          "e4 f5 exf5 Nf6 g4 a6 g5 a5 gxf6 a4 fxg7 a3",
          "a4 h5 a5 h4 a6 h3 axb7 hxg2",
        ],
      }),
    possible: (candidate) => isLegal(candidate, "kqep"),
  },
  words: { mutation: boardWasChanged },
} satisfies ExerciseChecks;
