/** What every record of the cash book has besides its own fields. */
type Sealed = {
  /** The seal of the record before this one; "000000000000" in the first record. */
  previous: string;
  /** The first 12 digits of a SHA-256, computed when the record was written. */
  seal: string;
};

type CashEvent =
  | EventOf<"CashReceived", { amountCents: number; by: string; from: string } & Sealed>
  | EventOf<"CashPaid", { amountCents: number; by: string; to: string } & Sealed>;
