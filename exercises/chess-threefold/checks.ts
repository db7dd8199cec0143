import { Chess } from "chess.js";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case, ExerciseChecks } from "../../engine/grading/checks.ts";
import { checksAbout } from "../../engine/grading/checks-about.ts";
import { joinWithAnd } from "../../engine/grading/message-parts.ts";
import { caseFromMoves } from "../chess/generated-games.ts";
import { games, recordsOf, sanOf } from "../chess/recorded-games.ts";
import { cornerCases, generated } from "./logs.ts";

/** After which plies the last position of a log was on the board: by the rules, and by the places of the pieces. */
interface Visits {
  plies: number;
  sameRules: number[];
  sameLook: number[];
  /** The plies of another position that was there three times, if there is one. */
  earlier: number[] | null;
}

/** Position without clock and move number; chess.js names the en passant square only where a capture is legal. */
const ruled = (chess: Chess) => chess.fen().split(" ").slice(0, 4).join(" ");
const looked = (chess: Chess) => chess.fen().split(" ")[0] ?? "";

export function visitsOf(events: Pick<NewEvent, "type" | "data">[]): Visits {
  const chess = new Chess();
  const rules = [ruled(chess)];
  const looks = [looked(chess)];
  for (const { type, data } of events) {
    if (type !== "MoveMade") continue;
    const { from, to, promote } = data as { from: string; to: string; promote?: string };
    chess.move({ from, to, ...(promote !== undefined && { promotion: promote }) });
    rules.push(ruled(chess));
    looks.push(looked(chess));
  }
  const pliesOf = (all: string[], key: string | undefined) =>
    all.flatMap((each, ply) => (each === key ? [ply] : []));
  const sameRules = pliesOf(rules, rules.at(-1));
  const other = rules
    .map((key) => pliesOf(rules, key))
    .find((plies) => plies.length >= 3 && !plies.includes(rules.length - 1));
  return {
    plies: rules.length - 1,
    sameRules,
    sameLook: pliesOf(looks, looks.at(-1)),
    earlier: other ?? null,
  };
}

/** "before the first move and after plies 4 and 8". */
function list(plies: number[]): string {
  const later = plies.filter((ply) => ply > 0);
  const moves = later.length > 0 ? [`after pl${later.length > 1 ? "ies" : "y"} ${joinWithAnd(later)}`] : [];
  return joinWithAnd([...(plies[0] === 0 ? ["before the first move"] : []), ...moves], "after ply undefined");
}

const check = checksAbout(({ args }) => visitsOf((args?.[0] ?? []) as unknown as NewEvent[]));

const start = check(
  "start-counts",
  "The position before the first move counts as an occurrence",
  (visits, at) => at.expectedResult === true && at.actualResult === false && visits.sameRules[0] === 0,
  ({ plies, sameRules }) =>
    `The game has ${plies} plies. The position that is on the board now was there ${list(sameRules)}. Your function does not answer true. Which of these did it not count?`,
);

const finds = check(
  "finds",
  "A position that is there for the third time is found",
  (_, at) => at.expectedResult === true && at.actualResult !== true,
  ({ plies, sameRules }) =>
    `The game has ${plies} plies. The position that is on the board now was there ${list(sameRules)}. Your function does not answer true. What did it compare?`,
);

const rights = check(
  "rights-count",
  "Two positions are the same only if the same moves are allowed in both",
  ({ sameRules, sameLook }, at) => at.actualResult === true && sameRules.length < 3 && sameLook.length >= 3,
  ({ sameRules, sameLook }) =>
    `The pieces were on the same squares as now ${list(sameLook)}, and your function counts all of these. But the same moves were allowed only ${list(sameRules)}. Which move was allowed the first time, and is not allowed now?`,
);

const now = check(
  "position-now",
  "The question is about the position on the board now",
  ({ earlier }, at) => at.actualResult === true && at.expectedResult === false && earlier !== null,
  ({ earlier, sameRules }) =>
    `One position of this game was there three times: ${list(earlier ?? [])}. Then the players went on. The position that is on the board now was there only ${list(sameRules)}. Which of the two positions did your function look at?`,
);

const count = check(
  "count",
  "True from the third time on, false before",
  () => true,
  ({ plies, sameRules }) =>
    `The game has ${plies} plies. The position that is on the board now was there ${sameRules.length} time${sameRules.length === 1 ? "" : "s"}: ${list(sameRules)}. Your function gives another answer. Does it answer true or false, and how does it count?`,
);

const shuffle = "Nf3 Nf6 Ng1 Ng8 Nf3 Nf6 Ng1 Ng8";
const tour = "Rg1 Rb8 Rh1 Ra8";
const italian = "e4 e5 Nf3 Nc6 Bc4 Bc5";
const tour4 = "Re1 Re8 Rf1 Rf8";
const tour5 = "Re1 Re8 Rd1 Rd8";
const knights = "Nf3 Nf6 Ng1 Ng8";
const beforeTheThird: Case = {
  records: recordsOf("fischer-petrosian").slice(0, sanOf(games["fischer-petrosian"].moves).length - 1),
};

export default {
  checks: [start, finds, rights, now, count],
  cases: [
    beforeTheThird,
    caseFromMoves(shuffle),
    caseFromMoves(`${italian} ${tour} ${tour}`),
    caseFromMoves(`${italian} ${tour} ${tour} ${tour}`),
    caseFromMoves("e4 a6 e5 d5 Nf3 Nc6 Ng1 Nb8 Nf3 Nc6 Ng1 Nb8"),
    caseFromMoves(`${shuffle} e4`),
    // Kings that went and came back: the pieces are where they were, and castling is lost.
    caseFromMoves("e4 e5 Ke2 Ke7 Ke1 Ke8 Ke2 Ke7 Ke1 Ke8"),
    // Only one rook, or only the white king once the black one has moved, makes the difference.
    caseFromMoves("e4 Nc6 Nf3 Rb8 Ng1 Ra8 Nf3 Rb8 Ng1 Ra8"),
    caseFromMoves("e4 e5 Nf3 Ke7 Ng1 Ke8 Ke2 Nf6 Ke1 Ng8 Ke2 Nf6 Ke1 Ng8"),
    // Both sides castle on either wing, and what comes after is counted from there.
    caseFromMoves(`e4 e5 Nf3 Nc6 Bc4 Bc5 O-O Nf6 Nc3 O-O ${tour4} ${tour4}`),
    caseFromMoves(`d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7 O-O-O O-O-O ${tour5} ${tour5}`),
    // A pawn taken in passing is gone, a promoted one is what was chosen.
    caseFromMoves(`e4 a6 e5 d5 exd6 e5 ${shuffle}`),
    caseFromMoves(`a4 h5 a5 h4 a6 h3 axb7 hxg2 bxa8=Q gxh1=Q ${knights} ${knights}`),
    ...cornerCases,
  ],
  generated,
} satisfies ExerciseChecks;
