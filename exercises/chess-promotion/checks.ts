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

const becomesWhatTheRecordSays = moveCheck(
  "promotion",
  "A promoted pawn becomes the piece that was chosen, in its own colour",
  ({ kind }) => kind === "promotion",
  ({ piece, from, to, expected, actual, wrong }, at) => {
    const square = wrong.includes(to) ? to : (wrong[0] ?? to);
    const chosen = pieceName(expected[to] ?? "?");
    return `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to} and became a ${chosen}. Your board shows ${describePiece(actual[square])} on ${square}. Who decides what the pawn becomes, and where does the log say it?`;
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
  cases: [...earlierStages.castling, ...earlierStages.enPassant].map((moves) => caseFromMoves(moves)),
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
