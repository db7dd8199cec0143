type AccountEvent =
  | EventOf<"AccountOpened", { owner: string }>
  | EventOf<"MoneyDeposited", { cents: number }>
  | EventOf<"MoneyWithdrawn", { cents: number }>
  /** The bank paid `cents` of interest for so many days, at a rate of `basisPoints` a year. */
  | EventOf<"InterestPosted", { days: number; basisPoints: number; cents: number }>
  /** Changes what the posting with the id `postingId` paid. Negative `cents`: it had paid too much. */
  | EventOf<"InterestCorrected", { postingId: string; cents: number }>;
