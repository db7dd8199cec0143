// What the log of a cart may hold.
type CartEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"CartCleared", Record<string, never>>
  | EventOf<"CheckedOut", Record<string, never>>;

// What a shopper may ask for.
type CartCommand =
  | { type: "AddItem"; data: { sku: string; qty: number } }
  | { type: "RemoveItem"; data: { sku: string; qty: number } }
  | { type: "CheckOut"; data: Record<string, never> };

// What decide may answer with. The program that appends it fills in the metadata.
type NewCartEvent =
  | { type: "ItemAdded"; data: { sku: string; qty: number } }
  | { type: "ItemRemoved"; data: { sku: string; qty: number } }
  | { type: "CheckedOut"; data: Record<string, never> };

type Decision = NewCartEvent[] | { rejected: string };
