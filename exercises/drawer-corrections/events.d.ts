// What the till of a bakery writes down. Money is whole cents.
type TillEvent =
  | EventOf<"ShiftOpened", { cents: number }>
  | EventOf<"SaleRung", { cents: number }>
  /** Takes a whole sale back: `saleId` is the id of its record. */
  | EventOf<"SaleVoided", { saleId: string; reason: string }>
  /** Gives a part of a sale back. */
  | EventOf<"SaleRefunded", { saleId: string; cents: number; reason: string }>;
