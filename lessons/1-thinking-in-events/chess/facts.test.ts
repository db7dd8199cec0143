import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { Chess } from "chess.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case } from "../../../engine/grading/checks.ts";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { isLegal, legalGames } from "../../../exercises/chess/generated-games.ts";
import { placementOf } from "../../../exercises/chess/placement.ts";
import { games as logged, recordsOf, sanOf } from "../../../exercises/chess/recorded-games.ts";
import { visitsOf } from "../../../exercises/chess-threefold/checks.ts";
import { describeGameAtPly, gameAtPly } from "./game-at-ply.ts";
import { games, movesFrom, type PlayedMove } from "./game-data.ts";
import { enPassantBefore2023, fenFields, type Position, positionsOf } from "./position.ts";
import { samePositionPairs } from "./same-position-pairs.ts";

// Every fact of chess that the lesson prints, recomputed with a chess engine.

const lesson = readFileSync(new URL("./lesson.mdx", import.meta.url), "utf8");

const fen = (position: Position | undefined) => fenFields(position as Position).join(" ");
const game = (id: string) => games.find((each) => each.id === id) as (typeof games)[number];

/** The engine after some moves, written as SAN. */
function engineAfter(moves: string): Chess {
  const chess = new Chess();
  for (const san of sanOf(moves)) chess.move(san);
  return chess;
}

/** A learner's module, as the sandbox would see it. */
async function learner(exercise: string) {
  const code = stripTypeScriptTypes(await courseAnswer(exercise, "solution"));
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

describe("the games", () => {
  const facts: [id: string, plies: number, captures: number, finalFen: string, result: string][] = [
    ["opera", 33, 12, "1n1Rkb1r/p4ppp/4q3/4p1B1/4P3/8/PPP2PPP/2K5 b k - 1 17", "mate"],
    ["immortal", 45, 9, "r1bk3r/p2pBpNp/n4n2/1p1NP2P/6P1/3P4/P1P1K3/q5b1 b - - 1 23", "mate"],
    ["gundersen-faul", 29, 7, "r1bq1r2/pp2n3/4N1Pk/3pPp2/1b1n2Q1/2N5/PP3PP1/R1B1K2R b KQ - 0 15", "mate"],
    ["kasparov-topalov", 87, 21, "8/Q6p/6p1/5p2/5P2/2p3P1/3r3P/2K1k3 b - - 3 44", "PlayerResigned"],
    ["fischer-petrosian", 67, 16, "8/pp3p1k/2p2q1p/3r1P2/5R2/7P/P1P1QP2/7K b - - 10 34", "GameDrawn"],
  ];

  test.each(facts)("%s has its plies, its captures and its end", (id, plies, captures, finalFen, result) => {
    const { moves, ending } = game(id);
    const chess = engineAfter(moves.map(({ san }) => san).join(" "));
    expect(moves).toHaveLength(plies);
    expect(chess.history().filter((san) => san.includes("x"))).toHaveLength(captures);
    expect(chess.fen()).toBe(finalFen);
    expect(ending ?? (chess.isCheckmate() && "mate")).toBe(result);
  });

  test.each(games)("$id: the figure's positions are the engine's, ply by ply", ({ moves }) => {
    const chess = new Chess();
    const positions = positionsOf(moves);
    expect(fen(positions[0])).toBe(chess.fen());
    moves.forEach(({ san, from, to, promote }, ply) => {
      const move = chess.move(san);
      expect([move.from, move.to, move.promotion, move.san]).toEqual([from, to, promote, san]);
      expect(fen(positions[ply + 1])).toBe(chess.fen());
    });
  });

  test("the logs of the exercises hold the same moves as the figure", () => {
    for (const [id, { moves }] of Object.entries(logged)) {
      const shown = games.find((each) => each.id === id);
      if (shown) expect(sanOf(moves)).toEqual(shown.moves.map(({ san }) => san));
    }
  });

  test("the Opera Game castles at ply 23, after the 22 plies of the first exercise", () => {
    const special = game("opera").moves.findIndex(({ san }) => san.startsWith("O-O") || san.includes("="));
    expect(special + 1).toBe(23);
    expect(isLegal({ records: recordsOf("opera").slice(0, 22) }, "")).toBe(true);
  });

  test("the photograph, the FEN and the sheet of paper are the log's own game, after twelve plies", () => {
    const { moves } = game("opera");
    const twelve = moves.slice(0, 12).map(({ san }) => san);
    expect(lesson).toContain(`after twelve plies. Players write them like this: ${twelve.join(" ")}.`);
    expect(lesson).toContain("It says `1. e4 e5 2. Nf3`, and so on");
    for (const beside of ["photograph", "fen"])
      expect(lesson).toContain(`<Scene offset={11} beside="${beside}">`);
    const chess = engineAfter(twelve.join(" "));
    expect(chess.fen()).toMatch(/ w KQkq - 2 7$/);
    expect(lesson).toContain("goes on with `w KQkq - 2 7`");
    // The friend is right: nothing is between king and rook, and White may castle.
    expect([chess.get("e1"), chess.get("h1")]).toMatchObject([{ type: "k" }, { type: "r" }]);
    expect([chess.get("f1"), chess.get("g1")]).toEqual([undefined, undefined]);
    expect(chess.moves()).toContain("O-O");
    const picture = chess.fen().split(" ")[0];
    for (const san of sanOf("Rg1 Rg8 Rh1 Rh8")) chess.move(san);
    expect(chess.fen()).toBe(`${picture} w Qq - 6 9`);
    expect(lesson).toContain(
      "Rg1, Rg8, Rh1, Rh8. The picture is exactly the same, but the FEN ends with `w Qq - 6 9`",
    );
  });

  test("Robinson against Rhine ends after 34 plies with mate by castling", () => {
    const chess = engineAfter(logged["robinson-rhine"].moves);
    expect(chess.history()).toHaveLength(34);
    expect(chess.history().at(-1)).toBe("O-O-O#");
    expect(chess.isCheckmate()).toBe(true);
    expect(chess.history().slice(0, 33).join()).not.toContain("O-O");
  });

  test("in the Lasker trap only the knight gives check, and one ply later the boards agree", () => {
    const before = "d4 d5 c4 e5 dxe5 d4 e3 Bb4+ Bd2 dxe3 Bxb4 exf2+ Ke2";
    const [knight, queen] = [engineAfter(`${before} fxg1=N+`), engineAfter(`${before} fxg1=Q`)];
    expect([knight.isCheck(), queen.isCheck()]).toEqual([true, false]);
    expect(knight.fen()).not.toBe(queen.fen());
    knight.move("Rxg1");
    queen.move("Rxg1");
    expect(knight.fen()).toBe(queen.fen());
    expect(sanOf(logged["lasker-trap"].moves)).toHaveLength(16);
  });

  test("in Gundersen against Faul the g5 pawn would save Black", () => {
    const chess = engineAfter(logged["gundersen-faul"].moves);
    expect(chess.get("g5")).toBeUndefined();
    chess.put({ type: "p", color: "b" }, "g5");
    expect(chess.isCheckmate()).toBe(false);
  });
});

describe("the end of a game", () => {
  test("a resignation is a record that leaves the board as it was", () => {
    const { position, before, ended } = gameAtPly(game("kasparov-topalov"), 88);
    expect([ended, fen(position)]).toEqual([true, fen(before ?? undefined)]);
    expect(
      engineAfter(
        game("kasparov-topalov")
          .moves.map(({ san }) => san)
          .join(" "),
      ).isGameOver(),
    ).toBe(false);
  });

  test("a move is told with what it took and where", () => {
    expect(describeGameAtPly(gameAtPly(game("gundersen-faul"), 29))).toBe(
      "Ply 29, 15. hxg6#. The white pawn goes from h5 to g6 and takes the black pawn on g5 en passant. Checkmate. The board shows it.",
    );
    expect(describeGameAtPly(gameAtPly(game("lasker-trap"), 14))).toBe(
      "Ply 14, 7… fxg1=N+. The black pawn goes from f2 to g1 and takes the white knight and becomes a knight. Check.",
    );
  });
});

describe("repetition", () => {
  const { moves } = game("fischer-petrosian");

  test("Fischer against Petrosian: the last position stood there after plies 59, 63 and 67", () => {
    expect(gameAtPly(game("fischer-petrosian"), 67).visits).toEqual([59, 63, 67]);
    expect(visitsOf(recordsOf("fischer-petrosian").map(({ event }) => event)).sameRules).toEqual([
      59, 63, 67,
    ]);
    const chess = engineAfter(logged["fischer-petrosian"].moves);
    expect(chess.isThreefoldRepetition()).toBe(true);
    expect(new Chess(chess.fen()).isThreefoldRepetition()).toBe(false);
    chess.undo();
    expect(chess.isThreefoldRepetition()).toBe(false);
  });

  test("it came back by different routes", () => {
    const route = (from: number) => moves.slice(from, from + 4).map(({ san }) => san);
    expect(route(59)).not.toEqual(route(63));
  });

  test("two rook tours show one picture three times, and no position three times", () => {
    const tour = "Rg1 Rb8 Rh1 Ra8";
    const chess = engineAfter(`e4 e5 Nf3 Nc6 Bc4 Bc5 ${tour} ${tour}`);
    expect(chess.isThreefoldRepetition()).toBe(false);
    for (const san of sanOf(tour)) chess.move(san);
    expect(chess.isThreefoldRepetition()).toBe(true);
  });
});

describe("same picture", () => {
  const engine = (moves: PlayedMove[]) => engineAfter(moves.map(({ san }) => san).join(" "));

  test.each(samePositionPairs)("$title: the two boards look the same", ({ left, right }) => {
    const [a, b] = [positionsOf(left).at(-1), positionsOf(right).at(-1)] as [Position, Position];
    expect([fen(a), fen(b)]).toEqual([engine(left).fen(), engine(right).fen()]);
    expect(fenFields(a)[0]).toBe(fenFields(b)[0]);
  });

  test("after the rook tour White may not castle short", () => {
    const [left, right] = [samePositionPairs[0]?.left ?? [], samePositionPairs[0]?.right ?? []];
    expect(engine(left).moves()).toContain("O-O");
    expect(engine(right).moves()).not.toContain("O-O");
    expect([engine(left).fen().split(" ")[2], engine(right).fen().split(" ")[2]]).toEqual(["KQkq", "Qk"]);
    expect(right[6]?.san).toBe("Rg1");
  });

  test("a pawn that came in two steps cannot be taken in passing", () => {
    const [left, right] = [samePositionPairs[1]?.left ?? [], samePositionPairs[1]?.right ?? []];
    expect(engine(left).moves()).toContain("exd6");
    expect(engine(right).moves()).not.toContain("exd6");
    expect([engine(left).turn(), engine(right).turn()]).toEqual(["w", "w"]);
  });

  test("three orders of the same moves give one and the same FEN", () => {
    const orders = ["e4 c6 Nf3 e6", "e4 e6 Nf3 c6", "Nf3 e6 e4 c6"].map(engineAfter);
    expect(new Set(orders.map((chess) => chess.fen())).size).toBe(1);
    // The standard of 1994 names the en passant square after every double step; none of these games ends with one.
    const lastMoves = orders.map((chess) => chess.history({ verbose: true }).at(-1));
    expect(lastMoves.map((move) => move?.isBigPawn())).toEqual([false, false, false]);
  });

  test("the pair of games in the figure is the one that the lesson plays", () => {
    const roads = samePositionPairs.find(({ id }) => id === "two-roads");
    expect([roads?.left, roads?.right].map((moves) => engine(moves ?? []).history())).toEqual([
      ["e4", "c6", "Nf3", "e6"],
      ["e4", "e6", "Nf3", "c6"],
    ]);
  });
});

describe("the solutions", () => {
  test.each([
    ["chess-moves", "opera", 22],
    ["chess-castling", "robinson-rhine", 34],
    ["chess-en-passant", "gundersen-faul", 29],
    ["chess-promotion", "lasker-trap", 16],
    ["chess-promotion", "opera", 33],
  ] as const)(
    "%s folds %s to the placement of the FEN after every one of %i plies",
    async (exercise, id, plies) => {
      const { initialState, evolve } = await learner(exercise);
      const chess = new Chess();
      const records = recordsOf(id).slice(0, plies);
      expect(records).toHaveLength(plies);
      let board = initialState();
      records.forEach(({ event }, ply) => {
        chess.move(sanOf(logged[id].moves)[ply] as string);
        board = evolve(board, event);
        expect(placementOf(board)).toBe(chess.fen().split(" ")[0]);
      });
    },
  );

  test("the last stage folds random legal games as the engine does", async () => {
    const { initialState, evolve } = await learner("chess-promotion");
    const stage = {
      allowed: "kqep",
      wanted: "kqep",
      openings: ["", "e4 Nf6 Nc3 d5 e5 d4 exf6 dxc3 d4 cxb2 fxg7"],
    };
    const follows = ({ records }: Case) => {
      const chess = new Chess();
      let board = initialState();
      for (const { event } of records) {
        board = evolve(board, event);
        if (event.type !== "MoveMade") continue;
        const { from, to, promote } = event.data as { from: string; to: string; promote?: string };
        chess.move({ from, to, ...(promote && { promotion: promote }) });
      }
      return placementOf(board) === chess.fen().split(" ")[0];
    };
    fc.assert(fc.property(legalGames(fc, stage), follows), { numRuns: 60, seed: 1 });
  });

  test("isThreefold agrees with the engine before and after the draw, and on the traps", async () => {
    const { isThreefold } = await learner("chess-threefold");
    const events = recordsOf("fischer-petrosian").map(({ event }) => event);
    expect([isThreefold(events.slice(0, 66)), isThreefold(events.slice(0, 67)), isThreefold(events)]).toEqual(
      [false, true, true],
    );
    const knights = "Nf3/g1f3 Nf6/g8f6 Ng1/f3g1 Ng8/f6g8";
    const made = (moves: string) => movesFrom(moves).map((data) => ({ type: "MoveMade", data }));
    expect(isThreefold(made(`${knights} ${knights}`))).toBe(true);
    expect(isThreefold(made(knights))).toBe(false);
  });
});

test("until 2022 the FEN names a square behind every double step, and since then only where a pawn can capture", () => {
  const game = (text: string) => movesFrom(text);
  const now = (moves: PlayedMove[]) => fenFields(positionsOf(moves).at(-1) as Position)[3];
  const first = game("e4/e2e4");
  expect([enPassantBefore2023(first), now(first)]).toEqual(["e3", "-"]);
  const capture = game("e4/e2e4 a6/a7a6 e5/e4e5 d5/d7d5");
  expect([enPassantBefore2023(capture), now(capture)]).toEqual(["d6", "d6"]);
  const single = game("e3/e2e3");
  expect([enPassantBefore2023(single), now(single)]).toEqual(["-", "-"]);
  expect(enPassantBefore2023([])).toBe("-");
});
