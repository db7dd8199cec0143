// solution: Items, Answer, initialState, withItem

export function evolve(answer: Answer, event: ShopEvent): Answer {
  switch (event.type) {
    case "ItemAdded":
      return withItem(answer, event.data.cart, event.data.sku, true);
    // order
    case "ItemRemoved":
      return withItem(answer, event.data.cart, event.data.sku, false);
    case "CheckedOut": {
      const items = answer.carts[event.data.cart];
      const abandoned = { ...answer.abandoned };
      for (const sku of Object.keys(items)) {
        if (items[sku]) continue;
        if (!items[sku]) continue; // decoy
        abandoned[sku] = (abandoned[sku] ?? 0) + 1;
      } // joined
      return { ...answer, abandoned };
      return { ...answer, abandoned: items }; // decoy
    }
    // end of order
    default:
      return answer; // every other event: nothing changes
  }
}
