type Cart = { lines: Record<string, number>; checkedOut: boolean };

export function initialState(): Cart {
  return { lines: {}, checkedOut: false };
}

// starter: // One command comes in. Answer with the events that follow
// starter: // from it, or with the reason why not. To do:
// starter: // 1. A cart that is checked out accepts nothing more.
// starter: // 2. A cart takes three lines at most. Adding more of an item
// starter: //    that it already holds makes no new line.
// starter: // 3. A checkout needs at least one line.
// end starter
export function decide(command: CartCommand, cart: Cart): Decision {
  // starter:
  if (cart.checkedOut) return { rejected: "the cart is checked out" };
  const lines = Object.keys(cart.lines);
  // end starter
  switch (command.type) {
    case "RemoveItem": {
      const { sku, qty } = command.data;
      if ((cart.lines[sku] ?? 0) < qty) {
        return { rejected: `the cart holds fewer than ${qty} of ${sku}` };
      }
      return [{ type: "ItemRemoved", data: { sku, qty } }];
    }
    // starter: case "AddItem":
    // starter:   return [{ type: "ItemAdded", data: command.data }];
    // starter: case "CheckOut":
    case "AddItem": {
      const { sku, qty } = command.data;
      if (lines.length >= 3 && !lines.includes(sku)) {
        return { rejected: "a cart takes three lines at most" };
      }
      return [{ type: "ItemAdded", data: { sku, qty } }];
    }
    case "CheckOut":
      if (lines.length === 0) return { rejected: "the cart is empty" };
      // end starter
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
