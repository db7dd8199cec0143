import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { isObject, type Json } from "../../engine/fold/json.ts";
import { cartWords } from "../../language/english/cart.ts";
import { partsOf, type StateChange } from "./state-change.ts";

/** One line of a cart as it is drawn: what it holds, what it held before this step, and what became of it. */
export interface CartLine {
  sku: string;
  now: Json | undefined;
  was: Json | undefined;
  change: StateChange;
}

/** The lines of a state; null when it has no `lines` that could be drawn. */
export function linesOf(state: Json | undefined): { [sku: string]: Json } | null {
  const lines = isObject(state) ? state.lines : undefined;
  return isObject(lines) ? lines : null;
}

/** The lines to draw, in the state's own order, those that have just gone at the end. */
export function cartLines(state: Json, before?: Json): CartLine[] {
  const was = before === undefined ? undefined : (linesOf(before) ?? {});
  return partsOf(linesOf(state) ?? {}, was).map(({ name, ...line }) => ({ sku: name, ...line }));
}

/** A count with a real minus sign; whatever else a line may hold, as JSON. */
export function formatCount(count: Json | undefined): string {
  if (count === undefined) return cartWords.noCount;
  return typeof count === "number" ? String(count).replace("-", "−") : showHidden(JSON.stringify(count));
}
