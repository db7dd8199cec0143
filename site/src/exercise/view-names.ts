import type { Exercise } from "./exercise-payload.ts";

/** Every way in which a domain draws its state, in the order in which a choice lists them. */
export const viewNames = [
  "fitting",
  "none",
  "table",
  "cart",
  "account",
  "seats",
  "newsroom",
  "board",
] as const satisfies Exercise["view"][];
