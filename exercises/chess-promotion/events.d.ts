/** A square by column and row, for example "e4". */
type Square = string;

/** One player moved. The board before the move says who, and which piece. */
type MoveMade = EventOf<"MoveMade", { from: Square; to: Square; promote?: "q" | "r" | "b" | "n" }>;

/** A player gave up. No piece moves. */
type PlayerResigned = EventOf<"PlayerResigned", { player: "white" | "black" }>;

type ChessEvent = MoveMade | PlayerResigned;
