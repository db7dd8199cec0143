import { evolve, evolvePlacedAtStart, type Mistake } from "./mistake.ts";

/** Values that cannot be kept or worked with. */
export const invalidValues: Mistake[] = [
  [
    "state-invalid",
    "undefined as a value",
    evolvePlacedAtStart("return { ...cart, reason: event.data.reason };"),
    "in which `reason` is undefined. If there is no value, leave the name out or use null. If there should be one, look at what the code reads for it: a misspelt name or an entry that is not there gives undefined.",
  ],
  [
    "state-invalid",
    "undefined in a sum",
    evolvePlacedAtStart("return { ...cart, count: cart.total + qty };"),
    "in which `count` is NaN, not a number. Was a value missing in a sum? Give it a default, `?? 0`.",
  ],
  [
    "state-invalid",
    "a division by 0",
    evolvePlacedAtStart("return { ...cart, count: qty / 0 };"),
    "Was something divided by 0?",
  ],
  [
    "state-invalid",
    "a Map",
    evolvePlacedAtStart("return { ...cart, lines: new Map() };"),
    "`lines` is a Map. Use a plain object, such as `{ hat: 1 }`.",
  ],
  [
    "state-invalid",
    "a Set",
    evolvePlacedAtStart("return { ...cart, items: new Set() };"),
    "`items` is a Set. Use a list, or a plain object with true for each.",
  ],
  [
    "state-invalid",
    "a Date",
    evolvePlacedAtStart("return { ...cart, at: new Date(0) };"),
    "`at` is a Date. Keep the date as a string, like `event.metadata.occurredAt`.",
  ],
  [
    "state-invalid",
    "an object of a class",
    evolvePlacedAtStart("class Price { cents = qty }\n      return { ...cart, price: new Price() };"),
    "`price` is an object of class Price. Keep a plain object with the same names, such as `{ ...item }`.",
  ],
  [
    "state-invalid",
    "an error kept",
    evolvePlacedAtStart("return { ...cart, problem: new Error(sku) };"),
    "`problem` is an Error. A state can hold plain objects, lists, strings, numbers, true, false and null.",
  ],
  [
    "state-invalid",
    "a function",
    evolvePlacedAtStart("return { ...cart, total: () => qty };"),
    "`total` is a function. A state holds only data: keep the function outside the state.",
  ],
  [
    "state-invalid",
    "a BigInt",
    evolvePlacedAtStart("return { ...cart, count: 1n };"),
    "Write a plain number, without the n.",
  ],
  [
    "state-invalid",
    "a cycle",
    evolvePlacedAtStart("const next: any = { ...cart };\n      next.self = next;\n      return next;"),
    "`self` contains itself: a cycle. Keep the id of the other value instead.",
  ],
  [
    "state-invalid",
    "too much",
    evolvePlacedAtStart('return { ...cart, items: Array(20_001).fill("hat") };'),
    "`items` holds more than 20000 values. Keep only what later records need.",
  ],
  [
    "state-invalid",
    "a hole in a list",
    evolvePlacedAtStart(
      "const items: string[] = [];\n      items[1] = sku;\n      return { ...cart, items };",
    ),
    "Give every index of the list a value, or null.",
  ],
  [
    "threw",
    "a BigInt mixed with a number",
    evolve("return { ...cart, count: 1n + ▸qty };"),
    "A BigInt such as 1n does not mix with numbers and cannot be kept in a state: write plain numbers.",
  ],
  [
    "threw",
    "JSON.parse of what is parsed",
    evolve("return JSON.parse(▸event.data);"),
    "An event is already parsed: take its values from `event.data`.",
  ],
  [
    "threw",
    "a date that is not valid",
    evolve("return { ...cart, at: new Date(event.at).▸toISOString() };"),
    "the record's time is in `event.metadata.occurredAt`.",
  ],
  [
    "threw",
    "a record refused",
    evolve('throw new ▸Error("out of stock");'),
    "Error: out of stock. The record is already in the log, so `evolve` cannot refuse it: return the state after it.",
  ],
];
