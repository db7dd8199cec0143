/** The TypeScript that the first exercises need, as the body of one `evolve`. `code` is not translated. */
export const sixLines = {
  title: "Six lines of TypeScript you need",
  lead: "Together, these lines add an item to a shopping cart. A cart is an object such as { hat: 1 }.",
  lines: [
    {
      code: "switch (event.type) {",
      says: "Look at the type of the event, and continue at the case with the same name.",
    },
    {
      code: '  case "ItemAdded": {',
      says: "Here begins what happens for this type. It ends with a return.",
    },
    {
      code: "    const { sku, qty } = event.data;",
      says: "Take two values out of the event’s data and name them sku and qty. Here, sku is the name of the item.",
    },
    {
      code: "    const held = cart[sku] ?? 0;",
      says: "The value in the cart under this name. If there is none, 0.",
    },
    {
      code: "    return { ...cart, [sku]: held + qty }; }",
      says: "A new cart: a copy of everything in the old one, with a new value under this name. The old cart does not change.",
    },
    {
      code: "  default: return cart; }",
      says: "Every type that has no case of its own ends here: the cart stays as it is.",
    },
  ],
  types:
    "A name after a colon, as in (cart: Cart), says what kind of value is expected. These types are given: you do not write any.",
};
