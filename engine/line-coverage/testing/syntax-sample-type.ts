import type { Json } from "../../fold/json.ts";

/**
 * One shape of the language: a function `f`, called once with these arguments. Lines that it runs through begin with `+`;
 * those that run when the module is loaded do not count.
 */
export type SyntaxSample = [name: string, source: string, args?: Json[]];
