// Changes the cart it was given, then answers with the event.
type Cart = { lines: Record<string, number>; checkedOut: boolean };

export function initialState(): Cart {
  return { lines: {}, checkedOut: false };
}

export function decide(command: CartCommand, cart: Cart): Decision {
  if (cart.checkedOut) return { rejected: "the cart is checked out" };
  const lines = Object.keys(cart.lines);
  switch (command.type) {
    case "RemoveItem": {
      const { sku, qty } = command.data;
      if ((cart.lines[sku] ?? 0) < qty) {
        return { rejected: `the cart holds fewer than ${qty} of ${sku}` };
      }
      return [{ type: "ItemRemoved", data: { sku, qty } }];
    }
    case "AddItem": {
      const { sku, qty } = command.data;
      if (lines.length >= 3 && !lines.includes(sku)) {
        return { rejected: "a cart takes three lines at most" };
      }
      cart.lines[sku] = (cart.lines[sku] ?? 0) + qty;
      return [{ type: "ItemAdded", data: { sku, qty } }];
    }
    case "CheckOut":
      if (lines.length === 0) return { rejected: "the cart is empty" };
      return [{ type: "CheckedOut", data: {} }];
  }
}

// evolve refuses no record: an event in the log has already happened. It is finished.
export function evolve(cart: Cart, event: CartEvent): Cart {
  switch (event.type) {
    case "ItemAdded":
      return put(cart, event.data.sku, event.data.qty);
    case "ItemRemoved":
      return put(cart, event.data.sku, -event.data.qty);
    case "CartCleared":
      return { ...cart, lines: {} };
    case "CheckedOut":
      return { ...cart, checkedOut: true };
    default:
      return cart; // every other event: nothing changes
  }
}

function put(cart: Cart, sku: string, qty: number): Cart {
  const lines = { ...cart.lines };
  const now = (lines[sku] ?? 0) + qty;
  if (now > 0) lines[sku] = now;
  else delete lines[sku];
  return { ...cart, lines };
}
