export type AccountEvent =
  | EventOf<"AccountOpened", { owner: string }>
  | EventOf<"MoneyDeposited", { cents: number }>
  | EventOf<"MoneyWithdrawn", { cents: number }>
  /** Interest is due for so many days. `basisPoints` is the rate for a year: 100 basis points are 1 percent. */
  | EventOf<"InterestAccrued", { days: number; basisPoints: number }>;
