// At each checkout, looks back through the log for the prices.
export function changedCarts(events: ShopEvent[]): string[] {
  return events.flatMap((event, place) => {
    if (event.type !== "CheckedOut") return [];
    const before = events.slice(0, place);
    const skus = before.flatMap(({ type, data }) => (type === "ItemAdded" ? [data.sku] : []));
    const isChanged = (sku: string) => {
      const own = before.findLast(
        ({ type, data }) =>
          (type === "ItemAdded" || type === "ItemRemoved") &&
          data.cart === event.data.cart &&
          data.sku === sku,
      );
      const last = before.findLast(
        ({ type, data }) => (type === "ItemAdded" || type === "PriceChanged") && data.sku === sku,
      );
      if (own?.type !== "ItemAdded" || (last?.type !== "ItemAdded" && last?.type !== "PriceChanged"))
        return false;
      return own.data.cents !== last.data.cents;
    };
    return skus.some(isChanged) ? [event.data.cart] : [];
  });
}
