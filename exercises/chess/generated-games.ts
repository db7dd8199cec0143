import { Chess } from "chess.js";
import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { moveMadeEvent, sanOf } from "./recorded-games.ts";

/** The special moves a stage has met so far. Flags are chess.js's: k and q castling, e en passant, p promotion. */
export interface Stage {
  /** Which special moves may occur. */
  allowed: string;
  /** Which of them this stage is about: taken more often than chance would. */
  wanted: string;
  /** Ways into a game from which the wanted moves are near; empty text is the starting position. */
  openings: string[];
}

const special = "kqep";
const key = "a-game";

/** Random legal games of at most 6 plies after an opening; one in four ends with a resignation. */
export function legalGames(fc: typeof import("fast-check"), stage: Stage): Arbitrary<Case> {
  return fc
    .record({
      opening: fc.constantFrom(...stage.openings),
      choices: fc.array(fc.nat({ max: 9_999 }), { minLength: 1, maxLength: 6 }),
      resigns: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ opening, choices, resigns }) => {
      const chess = new Chess();
      const events: NewEvent[] = sanOf(opening).map((san) => moveMadeEvent(chess.move(san)));
      for (const choice of choices) {
        const move = chosenMove(chess, choice, stage);
        if (move === null) break;
        events.push(moveMadeEvent(move));
      }
      if (resigns === 3)
        events.push({ type: "PlayerResigned", data: { player: chess.turn() === "w" ? "white" : "black" } });
      return { records: events.map((event) => ({ key, event })) };
    });
}

/** Plays one move: a wanted one two times out of three where there is one. Null when nothing is left to play. */
function chosenMove(chess: Chess, choice: number, stage: Stage) {
  const moves = chess.moves().filter((san) => couldBe(san, stage.allowed));
  const hopeful = moves.filter((san) => couldBe(san, stage.wanted) && isSpecial(san));
  const preferred = choice % 3 === 0 ? [] : hopeful;
  for (const list of [preferred, moves]) {
    for (let turn = 0; turn < list.length; turn++) {
      const san = list[(choice + turn) % list.length];
      if (san === undefined) break;
      const move = chess.move(san);
      const flags = [...move.flags].filter((flag) => special.includes(flag));
      const fits = flags.every((flag) => stage.allowed.includes(flag));
      if (fits && (list === moves || flags.some((flag) => stage.wanted.includes(flag)))) return move;
      chess.undo();
    }
  }
  return null;
}

/** Pawn captures may be en passant; only playing the move shows it. */
function isSpecial(san: string): boolean {
  return san.startsWith("O-O") || san.includes("=") || /^[a-h]x/.test(san);
}

function couldBe(san: string, flags: string): boolean {
  if (san.startsWith("O-O")) return flags.includes("k") || flags.includes("q");
  if (san.includes("=")) return flags.includes("p");
  return true;
}

/** Whether chess.js accepts the moves in this order, with no special move beyond the stage; nothing follows an ending. */
export function isLegal(candidate: Case, allowed: string): boolean {
  const chess = new Chess();
  let ended = false;
  return candidate.records.every(({ event }) => {
    if (ended) return false;
    if (event.type !== "MoveMade") {
      ended = true;
      return true;
    }
    const { from, to, promote } = event.data as { from: string; to: string; promote?: string };
    try {
      const move = chess.move({ from, to, ...(promote !== undefined && { promotion: promote }) });
      return [...move.flags].every((flag) => !special.includes(flag) || allowed.includes(flag));
    } catch {
      return false;
    }
  });
}

/** A case from a written game, for a log that must always be tried. */
export function caseFromMoves(moves: string, ...endings: NewEvent[]): Case {
  const chess = new Chess();
  const events = sanOf(moves).map((san) => moveMadeEvent(chess.move(san)));
  return { records: [...events, ...endings].map((event) => ({ key, event })) };
}

/** Games with the moves of earlier exercises: code for the next rule may break them. */
export const earlierStages = {
  /** Both sides castle, on either wing. */
  castling: [
    "e4 e5 Nf3 Nf6 Bc4 Bc5 O-O O-O",
    "d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7 O-O-O O-O-O",
    // A rook that goes from e1 to g1, and one from e8 to c8: no castling.
    "e4 e5 Nf3 Nf6 Bc4 Bc5 O-O O-O Re1 Re8 Kh1 Kh8 Rg1 Rg8",
    "d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7 O-O-O O-O-O Re1 Re8 Kb1 Kb8 Rc1 Rc8",
    // A king that walks to where castling would have put it; its rook stays in the corner.
    "e4 e5 Nf3 Nf6 Bc4 Bc5 Kf1 Kf8 Kg1 Kg8",
    "d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7 Kd1 Kd8 Kc1 Kc8",
  ],
  /** Both sides take in passing, to either side. */
  enPassant: ["e4 a6 e5 d5 exd6", "e4 a6 e5 f5 exf6", "a3 e5 a4 e4 d4 exd3", "a3 e5 a4 e4 f4 exf3"],
};
