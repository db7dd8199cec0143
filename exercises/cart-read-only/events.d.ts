type CartEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  /** Takes back what the addition with the id `revertsId` put in. */
  | EventOf<"AdditionReverted", { revertsId: string; reason: string }>
  | EventOf<"CheckedOut", Record<string, never>>;
