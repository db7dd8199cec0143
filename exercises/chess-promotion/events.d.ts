/** A square by file and rank, for example "e4". */
type Square = string;

/** One player moved. Who, and which piece, the board before the move tells. */
type MoveMade = EventOf<"MoveMade", { from: Square; to: Square; promote?: "q" | "r" | "b" | "n" }>;

/** A player gave up. No piece moves. */
type PlayerResigned = EventOf<"PlayerResigned", { player: "white" | "black" }>;

type ChessEvent = MoveMade | PlayerResigned;
