import { evolve, evolveLine, initial, type Mistake, module } from "./mistake.ts";

/** Something changed in place. */
export const mutations: Mistake[] = [
  [
    "threw",
    "a field assigned",
    evolve("cart.count = ▸qty;\n      return cart;"),
    "Events and states are frozen: return a new object, `{ ...state, name: value }`, instead of changing the one you were given.",
  ],
  [
    "threw",
    "a nested field counted up",
    evolve("▸cart.lines.hat!.qty++;\n      return cart;").replace(
      "lines: {}, items",
      "lines: { hat: { qty: 1 } }, items",
    ),
    "Your code changed the state it was given, at `lines.hat.qty`. A state is read-only.",
  ],
  [
    "threw",
    "a line put in",
    evolve("cart.lines[▸sku] = { qty };\n      return cart;"),
    "Events and states are frozen: return a new object",
  ],
  [
    "threw",
    "push",
    evolve("cart.items.push(▸sku);\n      return cart;"),
    "`push` changes the list itself: return a new list, `[...list, item]`.",
  ],
  [
    "threw",
    "unshift",
    evolve("cart.items.unshift(▸sku);\n      return cart;"),
    "`unshift` changes the list itself: return a new list, `[item, ...list]`.",
  ],
  [
    "threw",
    "pop",
    evolve("cart.items.▸pop();\n      return cart;"),
    "`slice` gives a new list without the last or first item.",
  ],
  [
    "threw",
    "splice",
    evolve("cart.items.▸splice(0, 1);\n      return cart;"),
    "`toSpliced` and `filter` give a new list.",
  ],
  [
    "threw",
    "sort",
    evolve("return { ...cart, items: cart.items.▸sort() };"),
    "`toSorted` and `toReversed` give a new list.",
  ],
  [
    "threw",
    "reverse",
    evolve("return { ...cart, items: cart.items.▸reverse() };"),
    "`toSorted` and `toReversed` give a new list.",
  ],
  [
    "threw",
    "Object.assign",
    evolve("return Object.assign(cart, { count: ▸qty });"),
    "`Object.assign` changes its first object: return `{ ...state, name: value }` instead.",
  ],
  [
    "threw",
    "delete",
    evolve("delete ▸cart.lines.hat;\n      return cart;").replace(
      "lines: {}, items",
      "lines: { hat: { qty: 1 } }, items",
    ),
    "return a copy without it: `const { [name]: gone, ...rest } = lines`.",
  ],
  [
    "threw",
    "the event changed",
    evolve("▸event.data.qty = 3;\n      return cart;"),
    "Your code changed the event it was given, at `data.qty`. An event is read-only: copy what you need into a new object.",
  ],
  [
    "threw",
    "a const assigned again",
    evolve("const total = cart.count;\n      ▸total += qty;\n      return { ...cart, count: total };"),
    "`total` is a const: declare it with let, or give the new value another name.",
  ],
  [
    "threw",
    "a const of the module assigned again",
    module(
      `${initial}const total = 0;\n${evolveLine}\n  ▸total++;\n  return { ...cart, count: event.data.qty };\n}`,
    ),
    "`total` is a const",
  ],
];
