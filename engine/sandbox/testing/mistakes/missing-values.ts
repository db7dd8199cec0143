import { evolve, evolveLine, initial, type Mistake, module } from "./mistake.ts";

/** Something that is not there at this record. */
export const missingValues: Mistake[] = [
  [
    "threw",
    "a line that is not there yet",
    evolve("return { ...cart, count: cart.lines[▸sku].qty + qty };"),
    "`cart.lines[sku]` is undefined at this record: give it a default, `cart.lines[sku] ?? …`.",
  ],
  [
    "threw",
    "event.data misspelt",
    evolve("return { ...cart, count: ▸event.payload.qty };"),
    "`event.payload` is undefined at this record: is it spelled as in the shapes of the events, and as in the state before?",
  ],
  [
    "threw",
    "something misspelt on a line that reads twice",
    evolve("return { ...cart, count: ▸event.payload.qty + cart.lines.qty };"),
    "At this record your code reads a property of a value that is missing. Look at the record, and at the state before it.",
  ],
  [
    "threw",
    "names taken out of undefined",
    evolve(
      "const { type, data } = event;\n      ▸const { reason } = event.payload;\n      return { ...cart, reason };",
    ),
    "At this record your code reads properties of something that is no object. Look at the record, and at the state before it.",
  ],
  [
    "threw",
    "names taken out of undefined by a helper",
    module(
      `${initial}const named = (event: any) => {\n  ▸const { name } = event.payload;\n  return name;\n};\n${evolveLine}\n  const { data } = event;\n  return { ...cart, name: named(event) };\n}`,
    ),
    "At this record your code reads properties of something that is no object",
  ],
  [
    "threw",
    "a list that is not there spread",
    evolve("return { ...cart, items: [...▸event.items, sku] };"),
    "There is no list to loop over at this record: use an empty list as the default, `?? []`.",
  ],
  [
    "threw",
    "an object gone through like a list",
    evolve("for (const line of ▸cart.lines) console.log(line);\n      return cart;"),
    "Only a list works with for…of or with `...` in a list: for an object, use `Object.entries`.",
  ],
  [
    "threw",
    "entries of undefined",
    evolve("return { ...cart, count: Object.entries(▸event.lines).length };"),
    "There is no object there at this record: use an empty object as the default, `?? {}`.",
  ],
  [
    "threw",
    "a function misspelt",
    evolve("return { ...cart, items: cart.items.▸fliter((item) => item !== sku) };"),
    "Is the name spelled right, and does the value before the dot have this method? Lists have `map` and `filter`, objects do not.",
  ],
  [
    "threw",
    "reduce without a beginning",
    evolve("return { ...cart, count: [].▸reduce((sum: number, n: number) => sum + n) };"),
    "give `reduce` an initial value as its second argument.",
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
