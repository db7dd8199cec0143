type BoardEvent =
  | EventOf<"ScoreSubmitted", { player: string; points: number }>
  /** The score named `scoreId` had this many points: somebody had misread the machine. */
  | EventOf<"ScoreCorrected", { scoreId: string; points: number }>
  /** None of the player's scores up to here stands any more. */
  | EventOf<"PlayerRemoved", { player: string }>;
