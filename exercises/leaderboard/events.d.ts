type BoardEvent =
  | EventOf<"ScoreSubmitted", { player: string; points: number }>
  /** The score named `scoreId` really had this many points: somebody misread the machine. */
  | EventOf<"ScoreCorrected", { scoreId: string; points: number }>
  /** None of the player's scores so far counts any more. */
  | EventOf<"PlayerRemoved", { player: string }>;
