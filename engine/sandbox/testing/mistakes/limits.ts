import { evolve, initial, type Mistake, module } from "./mistake.ts";

/** Waiting, chance and limits. */
export const limits: Mistake[] = [
  [
    "async-not-allowed",
    "an async reducer",
    module(`${initial}▸export async function evolve(cart: Cart): Promise<Cart> { return cart; }`),
    "`evolve` returned a promise. It must return the value itself: remove async and await.",
  ],
  [
    "compile-error",
    "await",
    evolve("▸await 0;\n      return cart;"),
    "Remove await: everything that `evolve` needs is in the record and in the state.",
  ],
  [
    "compile-error",
    "await outside a function",
    `▸await 0;\n${evolve("return cart;")}`,
    "A fold never waits.",
  ],
  [
    "nondeterministic",
    "chance",
    evolve("return { ...cart, count: Math.random() };"),
    "Take times and ids from `event.metadata`, and keep the rest in the state.",
  ],
  [
    "nondeterministic",
    "the clock",
    evolve("return { ...cart, at: Date.now() };"),
    "at `at`. A fold may depend on the records only",
  ],
  [
    "nondeterministic",
    "a variable outside the state",
    `let total = 0;\n${evolve("total += qty;\n      return { ...cart, count: total };")}`,
    "keep the rest in the state.",
  ],
  [
    "time-limit",
    "an endless loop",
    evolve("▸while (cart.count < qty) {}\n      return cart;"),
    "past the step limit for one record: 4,000 engine ticks, about half a second. Is there a loop that never ends?",
  ],
  [
    "time-limit",
    "an endless loop, of two in the source",
    evolve(
      "for (const item of cart.items) console.log(item);\n      while (cart.count < qty) {}\n      return cart;",
    ),
    "Is there a loop that never ends?",
  ],
  [
    "time-limit",
    "a regular expression",
    evolve('return { ...cart, ok: /^(a+)+$/.test("a".repeat(40) + ▸"!") };'),
    "Does the regular expression repeat something that repeats itself?",
  ],
  [
    "time-limit",
    "a little too much at every record",
    module(
      `${initial}export function evolve(cart: Cart): Cart {\n  let n = 0;\n  for (let i = 0; i < 12_000_000; i++) n += i;\n  return cart;\n}`,
    ),
    "past the step limit for all records together: 8,000 engine ticks, about a second. Does it go through all earlier records again for each record?",
  ],
  [
    "stack-limit",
    "an endless recursion",
    evolve("return evolve(cart, ▸event);"),
    "too deeply: the limit is 128 KB of stack. Is there a recursion that never ends?",
  ],
  [
    "memory-limit",
    "something that grows without end",
    evolve('const all: string[] = [];\n      for (;;) all.push("hat".repeat(100_000));'),
    "more than 32 MB. Is a list or a string growing without end?",
  ],
];
