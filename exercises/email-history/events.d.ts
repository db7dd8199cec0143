// What the shop writes down about a customer's account.
type CustomerEvent =
  | EventOf<"Registered", { email: string }>
  | EventOf<"EmailChanged", { email: string }>
  /** Money is whole cents. */
  | EventOf<"GiftCardBought", { cents: number }>;
