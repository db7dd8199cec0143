import { Chess } from "chess.js";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { caseFromMoves, isLegal } from "../chess/generated-games.ts";
import { moveMadeEvent, sanOf } from "../chess/recorded-games.ts";

const openings = ["", "e4 e5 Nf3 Nc6 Bc4 Bc5", "e4 a6 e5 d5", "d4 d5"];

export const generated = {
  /** Legal games in which the players go back and forth, so that positions come again; at most 16 plies after an opening. */
  cases: (fc) =>
    fc
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
        const events: NewEvent[] = moves.map(moveMadeEvent);
        if (drawn === 3) events.push({ type: "GameDrawn", data: {} });
        return { records: events.map((event) => ({ key: "a-game", event })) };
      }),
  possible: (candidate) => isLegal(candidate, "kqep"),
} satisfies GeneratedLogs;

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

const quietly = "e4 e5 Nf3 Nf6 Bc4 Bc5 Nc3 Nc6 d3 d6 Be3 Be6 Qd2 Qd7 O-O O-O";
const rooksChangePlaces = "Qe2 Rfe8 Qd1 Re7 Qd2 Rf8 Kh1 Ree8 Kg1 Ra8";
const bothCastleLong = "d4 d5 Nc3 Nc6 Bf4 Bf5 Qd2 Qd7 O-O-O O-O-O";
const knightsOut = "Nf6 Nf3 Ng8 Ng1";

/** Games in which a position comes back after something that a name for it must see, or must not. */
export const cornerCases: Case[] = [
  // Two rooks that change places make the same position: one of them has castled.
  caseFromMoves(`${quietly} ${rooksChangePlaces} ${rooksChangePlaces}`),
  // The king walks over the corner from which the rook castled.
  caseFromMoves(`${bothCastleLong} Re1 Re8 Kb1 Kb8 Kc1 Kc8 Kb1 Kb8 Ka1 Ka8 Kb1 Kb8 Kc1 Kc8`),
  // White's king has moved, then Black's: not the same rights.
  caseFromMoves("e4 e5 Ke2 Nf6 Ke1 Ng8 Nf3 Ke7 Ng1 Ke8 Nf3 Nc6 Ng1 Nb8"),
  // The rooks have moved before the king does, so its move takes no right.
  caseFromMoves(
    "e4 e5 Nf3 Nf6 Rg1 Ng8 Rh1 Nf6 Nc3 Ng8 Rb1 Nf6 Ra1 Ng8 Ng1 Nf6 Nb1 Ng8 Ke2 Nf6 Ke1 Ng8 Ke2 Nf6 Ke1 Ng8",
  ),
  // The rook on a8 was away once.
  caseFromMoves("Nf3 Nc6 Ng1 Rb8 Nf3 Ra8 Ng1 Nb8 Nf3 Nc6 Ng1 Nb8"),
  // It is away for the second time, and the right was lost the first time.
  caseFromMoves("Nf3 Nc6 Ng1 Rb8 Nf3 Ra8 Ng1 Rb8 Nf3 Ra8 Ng1 Rb8"),
  // A rook that is taken at home takes the right with it.
  caseFromMoves("Nf3 e6 Ne5 Nc6 Nxf7 Rb8 Nxh8 Ra8 Nc3 Nb8 Nb1 Ke7 Nc3 Ke8 Nb1 Nc6 Nc3 Nb8"),
  // A knight crosses the square of the pawn that was taken en passant.
  caseFromMoves(`e4 a6 e5 d5 exd6 ${knightsOut} Nf6 Nf3 Nd5 Ng1 Nf6 Nf3 Ng8 Ng1`),
  // White's pawn may be taken en passant the first time alone.
  caseFromMoves(`a3 d5 a4 d4 e4 ${knightsOut} ${knightsOut}`),
  // A knight that goes two ranks up beside a pawn is no pawn.
  caseFromMoves("d3 a6 Nc3 Nf6 Ne4 Ng8 Nc3 Nf6 Ne4 Ng8 Nc3"),
];
