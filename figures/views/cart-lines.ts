import { isObject, type Json } from "../../engine/fold/json.ts";

/** One line of a cart as it is drawn: what it holds, what it held before this step, and what became of it. */
export interface CartLine {
  sku: string;
  now: Json | undefined;
  was: Json | undefined;
  change: "new" | "changed" | "gone" | "same";
}

/** The lines of a state; null when it has no `lines` that could be drawn. */
export function linesOf(state: Json | undefined): { [sku: string]: Json } | null {
  const lines = isObject(state) ? state.lines : undefined;
  return isObject(lines) ? lines : null;
}

/** The lines to draw, in the state's own order, those that have just gone at the end. */
export function cartLines(state: Json, before?: Json): CartLine[] {
  const now = linesOf(state) ?? {};
  // Without a state before there is nothing to compare with, and nothing is marked.
  const was = before === undefined ? now : (linesOf(before) ?? {});
  return [...new Set([...Object.keys(now), ...Object.keys(was)])].map((sku) => {
    const line = { sku, now: own(now, sku), was: own(was, sku) };
    return { ...line, change: changeOf(line) };
  });
}

/** A line may be called "constructor": what an object inherits is no line. */
function own(lines: { [sku: string]: Json }, sku: string): Json | undefined {
  return Object.hasOwn(lines, sku) ? lines[sku] : undefined;
}

function changeOf({ now, was }: Pick<CartLine, "now" | "was">): CartLine["change"] {
  if (now === undefined) return "gone";
  if (was === undefined) return "new";
  return JSON.stringify(now) === JSON.stringify(was) ? "same" : "changed";
}

/** A count with a real minus sign; whatever else a line may hold, as JSON. */
export function countInWords(count: Json | undefined): string {
  if (count === undefined) return "none";
  return typeof count === "number" ? String(count).replace("-", "−") : JSON.stringify(count);
}
