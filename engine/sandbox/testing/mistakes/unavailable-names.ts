import { evolve, type Mistake } from "./mistake.ts";

/** Names that mean nothing in the sandbox. */
export const unavailableNames: Mistake[] = [
  [
    "threw",
    "a variable misspelt",
    evolve("return { ...cart, count: ▸quantity };"),
    "Is it declared, and spelled the same everywhere?",
  ],
  [
    "threw",
    "a name used before its declaration",
    evolve("const twice = ▸price * 2;\n      const price = qty;\n      return { ...cart, count: twice };"),
    "It is used before its `let` or `const` has run: move the declaration above the first use.",
  ],
  [
    "threw",
    "a type taken for a value",
    evolve("return new ▸Cart();"),
    "`Cart` is a type, and types do not exist when your code runs: use a value here.",
  ],
  [
    "threw",
    "a timer",
    evolve("▸setTimeout(() => {}, 1);\n      return cart;"),
    "There are no timers here: a fold depends on the records only.",
  ],
  [
    "threw",
    "fetch",
    evolve('▸fetch("https://shop.example");\n      return cart;'),
    "Your code runs in a sandbox: no network, no timers, no DOM. Take what you need from the record.",
  ],
  [
    "threw",
    "process",
    evolve("return { ...cart, at: ▸process.uptime() };"),
    "Your code runs in a sandbox: no network",
  ],
  [
    "threw",
    "require",
    `const fs = ▸require("node:fs");\n${evolve("return cart;")}`,
    "Your code runs in a sandbox: no network",
  ],
  [
    "threw",
    "module.exports",
    `${evolve("return cart;").replaceAll("export ", "")}▸module.exports = { evolve };\n`,
    "Write `export` before each function instead.",
  ],
  [
    "threw",
    "an id by chance",
    evolve("return { ...cart, id: ▸crypto.randomUUID() };"),
    "take an id from the record, such as `event.metadata.id`.",
  ],
  [
    "threw",
    "structuredClone",
    evolve("const next = ▸structuredClone(cart);\n      return next;"),
    "Copy what changes with `{ ...state }`; what stays the same can be shared.",
  ],
];
