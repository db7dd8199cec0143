import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import { caseFromMoves, isLegal, legalGames } from "../chess/generated-games.ts";
import {
  boardWasChanged,
  castlingMovesTwo,
  otherEvents,
  plainMoves,
  wholeBoard,
} from "../chess/move-checks.ts";
import { placementOf } from "../chess/placement.ts";

/** A rook that goes from e1 to g1, and one from e8 to g8: castling to code that does not check which piece moved. */
const rooksOnTheKingsWay = "e4 e5 Nf3 Nf6 Bc4 Bc5 O-O O-O Re1 Re8 Kh1 Kh8 Rg1 Rg8";
/** A king that walks to the square where castling would have put it; its rook stays in the corner. */
const kingWalks = "e4 e5 Nf3 Nf6 Bc4 Bc5 Kf1 Kf8 Kg1 Kg8";

export default {
  checks: [plainMoves, castlingMovesTwo, otherEvents, wholeBoard],
  compare: placementOf,
  cases: [caseFromMoves(rooksOnTheKingsWay), caseFromMoves(kingWalks)],
  generated: {
    cases: (fc) =>
      legalGames(fc, {
        allowed: "kq",
        wanted: "kq",
        openings: ["", "Nf3 Nf6 g3 g6 Bg2 Bg7", "d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7", "e4 e5 Nf3 Nc6 Bc4 Bc5"],
      }),
    possible: (candidate) => isLegal(candidate, "kq"),
  },
  words: { mutation: boardWasChanged },
} satisfies ExerciseChecks;
