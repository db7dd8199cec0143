import { Chess } from "chess.js";
import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { moveMade, sanOf } from "../chess-moves/games.ts";

const openings = ["", "e4 e5 Nf3 Nc6 Bc4 Bc5", "e4 a6 e5 d5", "d4 d5"];

/** Legal games in which the players go back and forth, so that positions come again; at most 16 plies after an opening. */
export function shuffledGames(fc: typeof import("fast-check")): Arbitrary<Case> {
  return fc
    .record({
      opening: fc.constantFrom(...openings),
      choices: fc.array(fc.nat({ max: 9_999 }), { minLength: 1, maxLength: 16 }),
      drawn: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ opening, choices, drawn }) => {
      const chess = new Chess();
      const moves = sanOf(opening).map((san) => chess.move(san));
      for (const choice of choices) {
        const own = moves.at(-2);
        const back = choice % 5 === 0 || own === undefined ? null : { from: own.to, to: own.from };
        const move = (back && tried(chess, back)) ?? anyPieceMove(chess, choice);
        if (move === null) break;
        moves.push(move);
      }
      const events: NewEvent[] = moves.map(moveMade);
      if (drawn === 3) events.push({ type: "GameDrawn", data: {} });
      return { records: events.map((event) => ({ key: "a-game", event })) };
    });
}

function tried(chess: Chess, move: { from: string; to: string }) {
  try {
    return chess.move(move);
  } catch {
    return null;
  }
}

/** Knights and rooks first: their moves can be taken back. */
function anyPieceMove(chess: Chess, choice: number) {
  const moves = chess.moves();
  const pieces = moves.filter((san) => /^[NR][a-h]?[1-8]?[a-h][1-8]$/.test(san));
  const list = pieces.length > 0 && choice % 7 !== 0 ? pieces : moves;
  const san = list[Math.floor(choice / 5) % list.length];
  return san === undefined ? null : chess.move(san);
}
