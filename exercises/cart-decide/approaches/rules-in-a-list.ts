// The rules are a list of questions. The first that says no gives the reason; otherwise a table gives the event.
type Cart = { lines: Record<string, number>; checkedOut: boolean };
type Rule = (command: CartCommand, cart: Cart) => string | false;

const rules: Rule[] = [
  (_, { checkedOut }) => checkedOut && "this cart is checked out",
  (command, { lines }) =>
    command.type === "RemoveItem" &&
    (lines[command.data.sku] ?? 0) < command.data.qty &&
    "the cart holds fewer than that",
  (command, { lines }) =>
    command.type === "AddItem" &&
    !(command.data.sku in lines) &&
    Object.keys(lines).length >= 3 &&
    "no room for a fourth line",
  (command, { lines }) =>
    command.type === "CheckOut" && Object.keys(lines).length === 0 && "there is nothing to check out",
];

const pastOf = { AddItem: "ItemAdded", RemoveItem: "ItemRemoved", CheckOut: "CheckedOut" } as const;

export function decide(command: CartCommand, cart: Cart): Decision {
  for (const rule of rules) {
    const rejected = rule(command, cart);
    if (rejected) return { rejected };
  }
  return [{ type: pastOf[command.type], data: command.data } as NewCartEvent];
}

// solution: initialState

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
      return cart;
  }
}

function put(cart: Cart, sku: string, qty: number): Cart {
  const { [sku]: held = 0, ...others } = cart.lines;
  return { ...cart, lines: held + qty > 0 ? { ...cart.lines, [sku]: held + qty } : others };
}
