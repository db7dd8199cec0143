export type CartEvent =
  | EventOf<"CartOpened", Record<string, never>>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"CheckedOut", Record<string, never>>;
