export type VisitEvent = (
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"CheckedOut", Record<string, never>>
) & { readonly metadata: { readonly key: string } }; // Every record of this topic has a key: the name of its cart.
