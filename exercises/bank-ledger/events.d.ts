type LedgerEvent =
  | EventOf<"AccountOpened", { account: string; owner: string }>
  | EventOf<"MoneyDeposited", { account: string; cents: number }>
  | EventOf<"MoneyWithdrawn", { account: string; cents: number }>
  /** Takes back what the transaction named `reversesId` did. It is a transaction too, with its own name. */
  | EventOf<"TransactionReversed", { reversesId: string; reason: string }>;
