import { evolve, evolvePlacedAtStart, initial, type Mistake, module } from "./mistake.ts";

/** A value that is not returned. */
export const returns: Mistake[] = [
  [
    "state-invalid",
    "no return in one case",
    evolvePlacedAtStart("({ ...cart, count: qty }); break;"),
    "Is a return missing in the branch for this record?",
  ],
  [
    "state-invalid",
    "no return in an arrow function with braces",
    module(`${initial}▸export const evolve = (cart: Cart): Cart => { ({ ...cart }); };`),
    "Is a return missing in the branch for this record?",
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
    "Put parentheses around the object: `=> ({ … })`. Braces alone start a block.",
  ],
  [
    "compile-error",
    "an object of two names taken for a block",
    module(`${initial}export const evolve = (cart: Cart) => { count: 1, lines▸: {} };`),
    "To return an object from `=>`, put parentheses around it: `=> ({ … })`.",
  ],
  [
    "compile-error",
    "a copy taken for a block",
    module(`${initial}export const evolve = (cart: Cart) => { ▸...cart, count: 1 };`),
    "To return an object from `=>`, put parentheses around it: `=> ({ … })`.",
  ],
  [
    "state-invalid",
    "a value below its return",
    evolvePlacedAtStart("return\n        ({ ...cart, count: qty });"),
    "A `return` is alone on its line: its value must start on the same line.",
  ],
  [
    "compile-error",
    "an object below its return",
    evolve("return\n      { ▸...cart };"),
    "The value must start on the same line as `return`.",
  ],
];
