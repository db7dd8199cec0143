import { begin, evolve, initial, type Mistake, module } from "./mistake.ts";

/** Something that is not there at this record. */
export const missing: Mistake[] = [
  [
    "threw",
    "a line that is not there yet",
    evolve("return { ...cart, count: cart.lines[▸sku].qty + qty };"),
    "`cart.lines[sku]` is undefined at this record: give it something to begin with, `cart.lines[sku] ?? …`.",
  ],
  [
    "threw",
    "event.data misspelt",
    evolve("return { ...cart, count: ▸event.payload.qty };"),
    "`event.payload` is undefined at this record: is it spelled as in the shapes of the events, or in the state before it?",
  ],
  [
    "threw",
    "something misspelt on a line that reads twice",
    evolve("return { ...cart, count: ▸event.payload.qty + cart.lines.qty };"),
    "Something is missing there for this record: look at the record, and at the state before it.",
  ],
  [
    "threw",
    "names taken out of undefined",
    evolve(
      "const { type, data } = event;\n      ▸const { reason } = event.payload;\n      return { ...cart, reason };",
    ),
    "There is no object there to take names out of: look at the record, and at the state before it.",
  ],
  [
    "threw",
    "names taken out of undefined by a helper",
    module(
      `${initial}const named = (event: any) => {\n  ▸const { name } = event.payload;\n  return name;\n};\n${begin}\n  const { data } = event;\n  return { ...cart, name: named(event) };\n}`,
    ),
    "There is no object there to take names out of",
  ],
  [
    "threw",
    "a list that is not there spread",
    evolve("return { ...cart, items: [...▸event.items, sku] };"),
    "There is no list to go through at this record: begin with an empty one, `?? []`.",
  ],
  [
    "threw",
    "an object gone through like a list",
    evolve("for (const line of ▸cart.lines) console.log(line);\n      return cart;"),
    "Only lists can be gone through with for…of or spread into a list: take `Object.entries` of an object.",
  ],
  [
    "threw",
    "entries of undefined",
    evolve("return { ...cart, count: Object.entries(▸event.lines).length };"),
    "There is no object there at this record: begin with an empty one, `?? {}`.",
  ],
  [
    "threw",
    "a function misspelt",
    evolve("return { ...cart, items: cart.items.▸fliter((item) => item !== sku) };"),
    "Is the name spelled right, and does what stands before the dot have it? Lists have `map` and `filter`, objects do not.",
  ],
  [
    "threw",
    "reduce without a beginning",
    evolve("return { ...cart, count: [].▸reduce((sum: number, n: number) => sum + n) };"),
    "give `reduce` something to begin with as its second argument.",
  ],
  [
    "threw",
    "a mistake in a callback",
    evolve(
      "return {\n        ...cart,\n        items: cart.items.map((item) => {\n          return ▸item.name.toUpperCase();\n        }),\n      };",
    ),
    "`item.name` is undefined at this record",
  ],
];
