import { movesFrom, type PlayedMove } from "./game-data.ts";

/** Two ways of playing that end with the same picture, and a question that tells them apart. */
export interface Pair {
  id: string;
  title: string;
  left: PlayedMove[];
  right: PlayedMove[];
  /** How many moves of the right board are played at first. */
  begins: number;
  asks: string;
  leftSays: string;
  rightSays: string;
  /** What to see in it. */
  moral: string;
}

const italian = "e4/e2e4 e5/e7e5 Nf3/g1f3 Nc6/b8c6 Bc4/f1c4 Bc5/f8c5";

/** facts.test.ts checks with a chess engine what is said about each pair. */
export const samePositionPairs: Pair[] = [
  {
    id: "rook-tour",
    title: "Rook tour",
    left: movesFrom(italian),
    right: movesFrom(`${italian} Rg1/h1g1 Rb8/a8b8 Rh1/g1h1 Ra8/b8a8`),
    begins: 6,
    asks: "May White castle short?",
    leftSays: "Yes. King and rook have not moved.",
    rightSays: "No. The rook left h1 at ply 7, and came back.",
    moral: "A picture shows where the rook is now. The right to castle depends on where the rook was before.",
  },
  {
    id: "two-pawns",
    title: "One step or two",
    left: movesFrom("e4/e2e4 a6/a7a6 e5/e4e5 d5/d7d5"),
    right: movesFrom("e3/e2e3 d6/d7d6 e4/e3e4 d5/d6d5 e5/e4e5 a6/a7a6"),
    begins: 0,
    asks: "May White take the pawn on d5 en passant?",
    leftSays: "Yes, but only now. The pawn has just made a double step, at ply 4.",
    rightSays: "No. The pawn on d5 made two single steps.",
    moral:
      "Both pictures show the pawn on d5. The right to take it depends on how it came there, and when: only a double step in the ply before counts.",
  },
  {
    id: "two-roads",
    title: "Two orders",
    left: movesFrom("e4/e2e4 c6/c7c6 Nf3/g1f3 e6/e7e6"),
    right: movesFrom("e4/e2e4 e6/e7e6 Nf3/g1f3 c6/c7c6"),
    begins: 0,
    asks: "Which move did Black play first?",
    leftSays: "c6, at ply 2.",
    rightSays: "e6, at ply 2.",
    moral: "Even the FEN is the same. A fold goes one way: from moves to a position, never back.",
  },
];
