// What the log of a cart may hold. Prices are whole cents.
type CartEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number; unitPriceCents: number }>
  /** The shopper took pieces out. */
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  /** The shop took pieces out. */
  | EventOf<"ItemWithdrawn", { sku: string; qty: number; reason: string }>;

// What the cart page sends when somebody saves a number: the number that should be in the cart.
type CartCommand = { type: "SetQuantity"; data: { sku: string; qty: number } };

// What decide answers with. The program that appends it fills in the metadata.
type NewCartEvent =
  | { type: "ItemAdded"; data: { sku: string; qty: number; unitPriceCents: number } }
  | { type: "ItemRemoved"; data: { sku: string; qty: number } };
