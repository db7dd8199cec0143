import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import { caseFromMoves, isLegal, legalGames } from "../chess/generated-games.ts";
import { boardWasChanged, moveCheck, otherEvents, wholeBoard } from "../chess/move-checks.ts";
import { describePiece, describePlace, pieceName } from "../chess/move-context.ts";
import { placementOf } from "../chess/placement.ts";

const leaves = moveCheck(
  "leaves",
  "A piece leaves the square it came from",
  ({ kind, wrong, from }) => kind === "plain" && wrong.includes(from),
  ({ piece, from, to, actual }, at) =>
    `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to}. Your board shows ${describePiece(actual[to])} on ${to} and ${describePiece(actual[from])} on ${from}. The piece cannot be on both. Which of the two squares is empty after the move?`,
);

const arrives = moveCheck(
  "arrives",
  "A piece is on the square it went to",
  ({ kind, wrong, to }) => kind === "plain" && wrong.includes(to),
  ({ piece, from, to, actual }, at) =>
    `At ${describePlace(at)} a ${pieceName(piece)} went from ${from} to ${to}. Your board shows ${describePiece(actual[to])} on ${to}. What did \`evolve\` put there?`,
);

const captures = moveCheck(
  "captures",
  "A captured piece is gone, and the piece that captured it is on its square",
  ({ kind }) => kind === "capture",
  ({ piece, taken, from, to, actual }, at) =>
    `At ${describePlace(at)} a ${pieceName(piece)} from ${from} took a ${pieceName(taken ?? "?")} on ${to}. Your board shows ${describePiece(actual[to])} on ${to} and ${describePiece(actual[from])} on ${from}. Which of the two pieces has left the game?`,
);

export default {
  checks: [leaves, arrives, captures, otherEvents, wholeBoard],
  compare: placementOf,
  cases: [caseFromMoves("e4 e5", { type: "PlayerResigned", data: { player: "white" } })],
  generated: {
    cases: (fc) =>
      legalGames(fc, { allowed: "", wanted: "", openings: ["", "e4 d5", "d4 e5 Nf3 d6 Nc3 Nf6"] }),
    possible: (candidate) => isLegal(candidate, ""),
  },
  words: { mutation: boardWasChanged },
} satisfies ExerciseChecks;
