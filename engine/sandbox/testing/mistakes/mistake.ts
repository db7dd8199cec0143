import type { Verdict } from "../../../fold/trace.ts";

/**
 * A mistake that is made often, in a reducer as a learner writes one. A ▸ in the source stands before the place that
 * has to be shown; where there is none, no place is certain. `advice` is a part of the message.
 */
export type Mistake = [verdict: Verdict, what: string, source: string, advice: string];

const head = `type Line = { qty: number };
type Cart = { lines: Record<string, Line>; items: string[]; count: number };
type CartEvent = { type: string; data: { sku: string; qty: number; reason?: string } };
`;
export const initial = `export const initialState = (): Cart => ({ lines: {}, items: ["hat", "cap"], count: 0 });
`;
export const evolveLine = "export function evolve(cart: Cart, event: CartEvent): Cart {";

/** A reducer with these statements in a case of its `evolve`. */
export const evolve = (body: string) => `${head}${initial}${evolveLine}
  const { sku, qty } = event.data;
  switch (event.type) {
    case "ItemAdded": {
      ${body}
    }
    default:
      return cart;
  }
}
`;

/** The same where the place is that of `evolve`: no statement threw. */
export const evolvePlacedAtStart = (body: string) => evolve(body).replace(evolveLine, `▸${evolveLine}`);

/** A module of one's own, with the types. */
export const module = (text: string) => `${head}${text}\n`;
