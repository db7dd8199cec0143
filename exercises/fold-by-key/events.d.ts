type CartEvent = (
  | EventOf<"CartOpened", { shopper: string }>
  | EventOf<"ItemAdded", { sku: string; qty: number }>
  | EventOf<"ItemRemoved", { sku: string; qty: number }>
  | EventOf<"CheckedOut", Record<string, never>>
) /** Every record of this topic has a key: the name of its cart. */ & {
  readonly metadata: { readonly key: string };
};
