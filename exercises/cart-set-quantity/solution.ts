type Line = { qty: number; unitPriceCents: number };
type Cart = { lines: Record<string, Line> };

// Today's prices in cents. They change often.
const priceList: Record<string, number> = {
  "t-shirt": 1500,
  hat: 900,
  socks: 400,
  pants: 3900,
};

export function initialState(): Cart {
  return { lines: {} };
}

// A shopper saved a number. What has happened?
export function decide(command: CartCommand, cart: Cart): NewCartEvent[] {
  const { sku, qty } = command.data;
  // How many are in the cart now?
  const held = cart.lines[sku]?.qty ?? 0;
  // starter: // 1. More than before: answer with ItemAdded.
  // starter: // 2. Fewer than before: answer with ItemRemoved.
  // starter: // 3. As many as before: nothing has happened.
  if (qty > held) {
    return [{ type: "ItemAdded", data: { sku, qty: qty - held, unitPriceCents: priceList[sku] } }];
  }
  if (qty < held) {
    return [{ type: "ItemRemoved", data: { sku, qty: held - qty } }];
  }
  // end starter
  return [];
}

// The newest price counts for the whole line. This function is finished.
export function evolve(cart: Cart, event: CartEvent): Cart {
  switch (event.type) {
    case "ItemAdded": {
      const { sku, qty, unitPriceCents } = event.data;
      const held = cart.lines[sku]?.qty ?? 0;
      return { lines: { ...cart.lines, [sku]: { qty: held + qty, unitPriceCents } } };
    }
    case "ItemRemoved":
    case "ItemWithdrawn": {
      const { sku, qty } = event.data;
      const { [sku]: line, ...others } = cart.lines;
      if (!line || line.qty <= qty) return { lines: others };
      return { lines: { ...cart.lines, [sku]: { ...line, qty: line.qty - qty } } };
    }
    default:
      return cart; // every other event: nothing changes
  }
}
