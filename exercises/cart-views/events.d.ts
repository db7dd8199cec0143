type CartEvent =
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"CartCleared", Record<string, never>>
  | EventOf<"CheckedOut", Record<string, never>>;
