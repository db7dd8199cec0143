type ClockEvent =
  /** Both players get their time, in milliseconds. White's begins to run. `increment` is added for each move. */
  | EventOf<"ClockStarted", { white: number; black: number; increment: number }>
  /** The player whose turn it is made a move and pressed the clock. `san` is the move as chess players write it. */
  | EventOf<"MoveMade", { san: string }>
  /** The arbiter stopped the clock. Nobody moves until it runs again. */
  | EventOf<"ClockPaused", { reason: string }>
  | EventOf<"ClockResumed", Record<string, never>>;
