import { evolve, initial, type Mistake, module, unkept } from "./mistake.ts";

/** A value that is not returned. */
export const returns: Mistake[] = [
  [
    "state-invalid",
    "no return in one case",
    unkept("({ ...cart, count: qty }); break;"),
    "Is a return missing on the way this record takes?",
  ],
  [
    "state-invalid",
    "no return in an arrow function with braces",
    module(`${initial}▸export const evolve = (cart: Cart): Cart => { ({ ...cart }); };`),
    "Is a return missing on the way this record takes?",
  ],
  [
    "state-invalid",
    "no return in initialState",
    module(
      `▸export function initialState(): Cart { const cart = { count: 0 }; }\nexport const evolve = (cart: Cart) => cart;`,
    ),
    "`initialState` returned undefined. Is a return missing?",
  ],
  [
    "state-invalid",
    "braces of an object taken for a block",
    module(`▸export const initialState = () => { count: 0 };\nexport const evolve = (cart: Cart) => cart;`),
    "Put parentheses round the object: `=> ({ … })`; braces alone begin a block.",
  ],
  [
    "compile-error",
    "an object of two names taken for a block",
    module(`${initial}export const evolve = (cart: Cart) => { count: 1, lines▸: {} };`),
    "To return an object from `=>`, put parentheses round it: `=> ({ … })`.",
  ],
  [
    "compile-error",
    "a copy taken for a block",
    module(`${initial}export const evolve = (cart: Cart) => { ▸...cart, count: 1 };`),
    "To return an object from `=>`, put parentheses round it: `=> ({ … })`.",
  ],
  [
    "state-invalid",
    "a value below its return",
    unkept("return\n        ({ ...cart, count: qty });"),
    "A `return` stands alone on its line: its value has to begin beside it.",
  ],
  [
    "compile-error",
    "an object below its return",
    evolve("return\n      { ▸...cart };"),
    "The value has to begin on the line of `return`.",
  ],
];
