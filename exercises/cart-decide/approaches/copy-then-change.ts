// Imperative: decides by nested conditions with one exit, and evolves a copy of the cart.
// solution: Cart, initialState

export function decide(command: CartCommand, cart: Cart): Decision {
  let rejected = "";
  const events: NewCartEvent[] = [];
  const count = Object.keys(cart.lines).length;
  if (cart.checkedOut) {
    rejected = "too late: the cart is checked out";
  } else if (command.type === "CheckOut") {
    if (count > 0) events.push({ type: "CheckedOut", data: {} });
    else rejected = "an empty cart cannot be checked out";
  } else if (command.type === "AddItem") {
    const isNew = cart.lines[command.data.sku] === undefined;
    if (isNew && count > 2) rejected = "three lines are the most";
    else events.push({ type: "ItemAdded", data: { ...command.data } });
  } else {
    const held = cart.lines[command.data.sku];
    if (held !== undefined && held >= command.data.qty)
      events.push({ type: "ItemRemoved", data: { ...command.data } });
    else rejected = "that is not in the cart";
  }
  return rejected ? { rejected } : events;
}

export function evolve(before: Cart, event: CartEvent): Cart {
  const cart = { ...before, lines: { ...before.lines } };
  if (event.type === "ItemAdded") {
    cart.lines[event.data.sku] ??= 0;
    cart.lines[event.data.sku] += event.data.qty;
  } else if (event.type === "ItemRemoved") {
    cart.lines[event.data.sku] -= event.data.qty;
    if (cart.lines[event.data.sku] === 0) delete cart.lines[event.data.sku];
  } else if (event.type === "CartCleared") {
    cart.lines = {};
  } else if (event.type === "CheckedOut") {
    cart.checkedOut = true;
  }
  return cart;
}
