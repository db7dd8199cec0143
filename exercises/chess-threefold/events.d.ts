/** A square by file and rank, for example "e4". */
type Square = string;

/** One player moved. Who, and which piece, the board before the move tells. */
type MoveMade = EventOf<"MoveMade", { from: Square; to: Square; promote?: "q" | "r" | "b" | "n" }>;

/** The players stopped, and nobody had won. No piece moves. */
type GameDrawn = EventOf<"GameDrawn", Record<string, never>>;

type ChessEvent = MoveMade | GameDrawn;
