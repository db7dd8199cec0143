// solution: Cart, initialState

export function decide(command: CartCommand, cart: Cart): Decision {
  const lines = Object.keys(cart.lines);
  // order
  if (cart.checkedOut) return { rejected: "the cart is checked out" };
  switch (command.type) {
    case "AddItem":
      if (lines.length >= 3 && !lines.includes(command.data.sku))
        // joined
        return { rejected: "a cart takes three lines at most" };
      if (lines.length === 3)
        // joined
        return { rejected: "a cart takes three lines at most" }; // decoy
      return [{ type: "ItemAdded", data: command.data }];
    case "CheckOut":
      if (lines.length === 0) return { rejected: "the cart is empty" };
      return [{ type: "CheckedOut", data: {} }];
      return { ...cart, checkedOut: true }; // decoy
    // end of order
    case "RemoveItem": {
      const { sku, qty } = command.data;
      if ((cart.lines[sku] ?? 0) < qty) {
        return { rejected: `the cart holds fewer than ${qty} of ${sku}` };
      }
      return [{ type: "ItemRemoved", data: { sku, qty } }];
    }
  }
}

// solution: evolve, put
