export type ShopperEvent =
  /** A new cart begins. What was in an earlier cart does not belong to it. */
  | EventOf<"CartOpened", Record<string, never>>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  /** The cart was paid for. Its lines are what goes into the parcel. */
  | EventOf<"CheckedOut", Record<string, never>>;
