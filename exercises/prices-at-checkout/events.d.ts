type ShopEvent =
  | EventOf<"CartOpened", { cart: string; shopper: string }>
  /** `cents` is the price that the shopper saw. */
  | EventOf<"ItemAdded", { cart: string; sku: string; cents: number }>
  | EventOf<"ItemRemoved", { cart: string; sku: string }>
  | EventOf<"CheckedOut", { cart: string }>
  /** From now on the item costs this, also in carts that already hold it. */
  | EventOf<"PriceChanged", { sku: string; cents: number }>;
