import { evolve, type Mistake, unkept } from "./mistake.ts";

/** Values that cannot be kept or worked with. */
export const values: Mistake[] = [
  [
    "state-invalid",
    "undefined as a value",
    unkept("return { ...cart, reason: event.data.reason };"),
    "in which `reason` is undefined. See how it is spelled in the record; where there is no value, write null or leave the name out.",
  ],
  [
    "state-invalid",
    "undefined in a sum",
    unkept("return { ...cart, count: cart.total + qty };"),
    "in which `count` is NaN, not a number. Was a value missing in a sum? Give it something to begin with, `?? 0`.",
  ],
  [
    "state-invalid",
    "a division by 0",
    unkept("return { ...cart, count: qty / 0 };"),
    "Was something divided by 0?",
  ],
  [
    "state-invalid",
    "a Map",
    unkept("return { ...cart, lines: new Map() };"),
    "`lines` is a Map. Use a plain object, such as `{ hat: 1 }`.",
  ],
  [
    "state-invalid",
    "a Set",
    unkept("return { ...cart, items: new Set() };"),
    "`items` is a Set. Use a list, or a plain object with true for each.",
  ],
  [
    "state-invalid",
    "a Date",
    unkept("return { ...cart, at: new Date(0) };"),
    "`at` is a Date. Keep its text, as `event.metadata.occurredAt` does.",
  ],
  [
    "state-invalid",
    "an object of a class",
    unkept("class Price { cents = qty }\n      return { ...cart, price: new Price() };"),
    "`price` is an object of class Price. Keep a plain object with the same names, such as `{ ...item }`.",
  ],
  [
    "state-invalid",
    "an error kept",
    unkept("return { ...cart, problem: new Error(sku) };"),
    "`problem` is an Error. Plain objects, lists, texts, numbers, true, false and null can be kept.",
  ],
  [
    "state-invalid",
    "a function",
    unkept("return { ...cart, total: () => qty };"),
    "`total` is a function. A state holds data only: keep the function outside, and give it the state.",
  ],
  [
    "state-invalid",
    "a BigInt",
    unkept("return { ...cart, count: 1n };"),
    "Write a plain number, without the n.",
  ],
  [
    "state-invalid",
    "a cycle",
    unkept("const next: any = { ...cart };\n      next.self = next;\n      return next;"),
    "`self` contains itself: a cycle. Keep the id of the other part instead of the part.",
  ],
  [
    "state-invalid",
    "too much",
    unkept('return { ...cart, items: Array(20_001).fill("hat") };'),
    "`items` holds more than 20000 values. Keep what later records need, not all that has been seen.",
  ],
  [
    "state-invalid",
    "a hole in a list",
    unkept("const items: string[] = [];\n      items[1] = sku;\n      return { ...cart, items };"),
    "Give every place of the list a value, null where there is none.",
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
    "an event comes parsed already: take its values from `event.data`.",
  ],
  [
    "threw",
    "a moment that is none",
    evolve("return { ...cart, at: new Date(event.at).▸toISOString() };"),
    "the record's own stands in `event.metadata.occurredAt`.",
  ],
  [
    "threw",
    "a record refused",
    evolve('throw new ▸Error("out of stock");'),
    "Error: out of stock. The record is in the log already, and `evolve` comes too late to refuse it: return what holds after it.",
  ],
];
