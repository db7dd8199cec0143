type Cart = { lines: Record<string, number>; checkedOut: boolean };

export function initialState(): Cart {
  return { lines: {}, checkedOut: false };
}

// One command comes in. Answer with the events that follow
// from it, or with the reason why not. To do:
// 1. A cart that is checked out accepts nothing more.
// 2. A cart takes three lines at most. More of an item
//    that it already holds makes no new line.
// 3. A checkout needs at least one line.
export function decide(command: CartCommand, cart: Cart): Decision {
  switch (command.type) {
    case "RemoveItem": {
      const { sku, qty } = command.data;
      if ((cart.lines[sku] ?? 0) < qty) {
        return { rejected: `the cart holds fewer than ${qty} of ${sku}` };
      }
      return [{ type: "ItemRemoved", data: { sku, qty } }];
    }
    case "AddItem":
      return [{ type: "ItemAdded", data: command.data }];
    case "CheckOut":
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
