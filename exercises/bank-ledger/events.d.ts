type LedgerEvent =
  | EventOf<"AccountOpened", { account: string; owner: string }>
  | EventOf<"MoneyDeposited", { account: string; cents: number }>
  | EventOf<"MoneyWithdrawn", { account: string; cents: number }>
  /** Takes back what the transaction with the id `reversesId` did. It is a transaction too, with its own id. */
  | EventOf<"TransactionReversed", { reversesId: string; reason: string }>;
