import { evolve, evolveLine, initial, type Mistake, module } from "./mistake.ts";

/** What keeps a module from being read. */
export const moduleSyntax: Mistake[] = [
  [
    "compile-error",
    "nothing exported",
    "// later\n",
    "Export a function named `initialState`: export function initialState(…) { … }. Your code exports nothing yet.",
  ],
  [
    "compile-error",
    "export forgotten",
    module(`${initial}▸function evolve(cart: Cart): Cart { return cart; }`),
    "Export a function named `evolve`: it is declared but not exported. Write `export` before it.",
  ],
  [
    "compile-error",
    "an export default",
    module(`${initial}▸export default function evolve(cart: Cart): Cart { return cart; }`),
    "Export a function named `evolve`: export function evolve(…) { … }, with its name and without default.",
  ],
  [
    "compile-error",
    "another name",
    module(`${initial}export function envolve(cart: Cart): Cart { return cart; }`),
    "Your code exports `envolve`, `initialState`.",
  ],
  [
    "compile-error",
    "an object for a function",
    module(`▸export const initialState = { count: 0 };\nexport const evolve = (cart: Cart) => cart;`),
    "what your code exports under that name is not a function. Write export function initialState(…) { … }.",
  ],
  [
    "threw",
    "a class for a function",
    module(`${initial}▸export class evolve {}`),
    "Export a function here, not a class: `export function evolve`.",
  ],
  [
    "compile-error",
    "a name exported that is not there",
    `${evolve("return cart;")}export { ▸evolv };\n`,
    "`evolv` is exported but not declared. Is it spelled as in its declaration?",
  ],
  [
    "compile-error",
    "an import",
    `▸import { z } from "zod";\n${evolve("return cart;")}`,
    "Imports are not available here. Use the language alone",
  ],
  [
    "compile-error",
    "an enum",
    `▸enum Kind { Added }\n${evolve("return cart;")}`,
    "Types are erased here, not compiled, and a TypeScript enum needs compiling. Use a union of strings, or an object.",
  ],
  [
    "compile-error",
    "a parameter property",
    `class Price { constructor(private ▸cents: number) {} }\n${evolve("return cart;")}`,
    "Declare the field, and give it its value in the constructor.",
  ],
  [
    "compile-error",
    "a namespace",
    `▸namespace Prices { export const hat = 1; }\n${evolve("return cart;")}`,
    "Use a plain object, or separate functions.",
  ],
  ["compile-error", "a type in angle brackets", evolve("return ▸<Cart>cart;"), "Write `value as Type`."],
  [
    "compile-error",
    "JSX",
    evolve("return <b>hat<▸/b>;"),
    "There is no JSX here: return data, and the page draws it.",
  ],
  [
    "compile-error",
    "a bracket that is not closed",
    module(`${initial}${evolveLine}\n  if (event.data.qty > 0) {\n    return cart;\n}▸`),
    "Count the brackets: one of them is not closed.",
  ],
  [
    "compile-error",
    "a bracket that is not closed, in a switch",
    evolve("if (qty > 0) {\n      return cart;").replace("default:", "▸default:"),
    "A case is not allowed here. Is a bracket or a quote above it not closed?",
  ],
  [
    "compile-error",
    "a comma forgotten",
    evolve("return { ...cart ▸count: qty };"),
    "Is a word misspelled there? Is a bracket, a comma or an operator missing before it, or is there one too many?",
  ],
  [
    "compile-error",
    "a keyword misspelt",
    evolve("retrun ▸cart;"),
    "Is a word misspelled there? Is a bracket, a comma or an operator missing before it, or is there one too many?",
  ],
  [
    "compile-error",
    "a quote forgotten",
    module(`${initial}${evolveLine}\n  return { ...cart, note: ▸"hat };\n}`),
    "Close it with the same quote, on the same line.",
  ],
  [
    "compile-error",
    "a name declared twice in a switch",
    evolve(
      'const next = cart; break; }\n    case "ItemRemoved":\n      let sum = 1; break;\n    case "Other": {\n      const a = 1; let a ▸= 2;',
    ),
    "put braces around each case of the switch.",
  ],
  [
    "compile-error",
    "a const without a value",
    evolve("const ▸next;\n      return cart;"),
    "Give it one here, or declare it with let.",
  ],
];
