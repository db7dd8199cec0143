/** A square by column and row, for example "e4". */
type Square = string;

/** One player moved. The board before the move says who, and which piece. */
type MoveMade = EventOf<"MoveMade", { from: Square; to: Square; promote?: "q" | "r" | "b" | "n" }>;

/** The game ended in a draw. No piece moves. */
type GameDrawn = EventOf<"GameDrawn", Record<string, never>>;

type ChessEvent = MoveMade | GameDrawn;
