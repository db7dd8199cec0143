import type { ExerciseChecks } from "../../engine/grading/checks.ts";
import { boardWasChanged, moveCheck, otherEvents, wholeBoard } from "./basics.ts";
import { isLegal, legalGames, played } from "./legal-games.ts";
import { pieceName, what, where } from "./moment.ts";
import { placementOf } from "./placement.ts";

const leaves = moveCheck(
  "leaves",
  "A piece leaves the square it came from",
  ({ kind, wrong, from }) => kind === "plain" && wrong.includes(from),
  ({ piece, from, to, actual }, at) =>
    `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to}. Your board shows ${what(actual[to])} on ${to} and ${what(actual[from])} on ${from}. One piece, two squares: which of them is empty after the move?`,
);

const arrives = moveCheck(
  "arrives",
  "A piece stands on the square it went to",
  ({ kind, wrong, to }) => kind === "plain" && wrong.includes(to),
  ({ piece, from, to, actual }, at) =>
    `At ${where(at)} a ${pieceName(piece)} went from ${from} to ${to}. Your board shows ${what(actual[to])} on ${to}. What did \`evolve\` put there?`,
);

const captures = moveCheck(
  "captures",
  "A captured piece is gone, and its captor stands in its place",
  ({ kind }) => kind === "capture",
  ({ piece, taken, from, to, actual }, at) =>
    `At ${where(at)} a ${pieceName(piece)} from ${from} took a ${pieceName(taken ?? "?")} on ${to}. Your board shows ${what(actual[to])} on ${to} and ${what(actual[from])} on ${from}. Which of the two pieces has left the game?`,
);

export default {
  checks: [leaves, arrives, captures, otherEvents, wholeBoard],
  compare: placementOf,
  cases: [played("e4 e5", { type: "PlayerResigned", data: { player: "white" } })],
  generated: {
    cases: (fc) =>
      legalGames(fc, { allowed: "", wanted: "", openings: ["", "e4 d5", "d4 e5 Nf3 d6 Nc3 Nf6"] }),
    possible: (candidate) => isLegal(candidate, ""),
  },
  words: { mutation: boardWasChanged },
} satisfies ExerciseChecks;
