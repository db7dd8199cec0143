import type { Check, CheckContext, ExerciseChecks } from "../../engine/grading/checks.ts";
import { generatedHistories } from "../cart-decide/logs.ts";
import { countInFigures, countInWords, itemName } from "../cart-read-only/messages.ts";

type Page = { lines?: Record<string, number>; pieces?: number; status?: string };
type Views = { cartOf?: Page; itemsWanted?: Record<string, number> };

const known = new Set(["CartOpened", "ItemAdded", "ItemRemoved", "CartCleared", "CheckedOut"]);

const page = (views: unknown): Page => (views as Views | null)?.cartOf ?? {};
const wanted = (views: unknown) => (views as Views | null)?.itemsWanted ?? {};
const sku = (at: CheckContext) => (at.event?.data as { sku?: string } | undefined)?.sku ?? "";
const qty = (at: CheckContext) => (at.event?.data as { qty?: number } | undefined)?.qty ?? 0;
const after = (at: CheckContext, type: string) => at.event?.type === type;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const pieces = (n: number | undefined) => `${n ?? "no number of"} ${n === 1 ? "piece" : "pieces"}`;
/** One way to write a small object, whatever the order of its keys. */
const sorted = (counts: Record<string, number>) =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));

const says = (at: CheckContext) => {
  const { status } = page(at.actual);
  return status ? `says “${status}”` : "shows no status";
};

const checks: Check[] = [
  {
    id: "wanted",
    title: "itemsWanted forgets nothing",
    covers: (at) => !same(sorted(wanted(at.actual)), sorted(wanted(at.expected))),
    message(at) {
      if (same(at.actual, at.before)) {
        return `At offset ${at.offset}, ${at.event?.type}, neither view changed. Did your code stop there, or did the wrong case of \`project\` run?`;
      }
      const expected = wanted(at.expected);
      const item =
        Object.keys(expected).find((name) => expected[name] !== wanted(at.actual)[name]) ?? "an item";
      return `After offset ${at.offset}, ${at.event?.type}, \`itemsWanted\` says ${item} ${wanted(at.actual)[item] ?? 0}, but ${expected[item] ?? 0} were put in so far. This view was finished when you opened it. ${after(at, "ItemAdded") ? "What have you changed there?" : "Did the shopper never want what was taken out?"}`;
    },
  },
  {
    id: "pieces",
    title: "ItemAdded: the line and the number of pieces grow",
    covers: (at) => after(at, "ItemAdded") && Object.hasOwn(page(at.actual).lines ?? {}, sku(at)),
    message: (at) =>
      `Offset ${at.offset} put in ${countInWords(sku(at), qty(at))}. The page held ${pieces(page(at.before).pieces)} and now says ${pieces(page(at.actual).pieces)}. How many pieces are in the cart?`,
  },
  {
    id: "nothing-refused",
    title: "A read model shows every item that was added, and refuses none",
    covers: (at) => after(at, "ItemAdded"),
    message: (at) =>
      `Offset ${at.offset} put ${sku(at)} into the cart, and the page does not show it. \`decide\` accepted this record before it was written. What could a read model still refuse?`,
  },
  {
    id: "cleared",
    title: "CartCleared: no lines, no pieces",
    covers: (at) => after(at, "CartCleared"),
    message: (at) =>
      `At offset ${at.offset} the cart was cleared. The page still shows ${pieces(page(at.actual).pieces)} on ${Object.keys(page(at.actual).lines ?? {}).length} lines. Which case of \`project\` ran for this record?`,
  },
  {
    id: "removed",
    title: "ItemRemoved: fewer pieces, and a line at 0 disappears",
    covers: (at) => after(at, "ItemRemoved"),
    message(at) {
      const shown = page(at.actual);
      return shown.lines?.[sku(at)] === 0
        ? `Offset ${at.offset} took out the last ${itemName(sku(at), 1)}. The page keeps a line with 0 pieces. What should the page show a shopper instead?`
        : `Offset ${at.offset} took ${countInWords(sku(at), qty(at))} out of the cart. The page shows ${countInFigures(sku(at), shown.lines?.[sku(at)])}, and ${pieces(shown.pieces)} in all. How many did it show before, and how many are left?`;
    },
  },
  {
    id: "checked-out",
    title: "CheckedOut: the page says so",
    covers: (at) => after(at, "CheckedOut"),
    message: (at) =>
      `At offset ${at.offset} the shopper checked out. The page ${says(at)}. Which record should change the status?`,
  },
  {
    id: "unknown",
    title: "An event of an unknown type changes nothing",
    covers: (at) => at.event !== null && !known.has(at.event.type),
    message: (at) =>
      `Offset ${at.offset} holds a ${at.event?.type}, a type your code does not know, and the views changed. A log lives longer than the code that reads it, and later programs write new types. What should \`project\` return for a type it does not know?`,
  },
  {
    id: "page",
    title: "The page shows what the log says after every record",
    covers: () => true,
    message: (at) =>
      at.event
        ? `After offset ${at.offset}, ${at.event.type}, the page shows ${pieces(page(at.actual).pieces)} and ${says(at)}. Does this record change anything in the cart?`
        : "Before the first record the views are not what they were. Both `initialView` were finished when you opened them. What have you changed there?",
  },
];

export default {
  checks,
  compare: (state) => {
    const { lines, pieces, status } = page(state);
    return {
      cartOf: { lines: lines ?? null, pieces: pieces ?? null, status: status ?? null },
      itemsWanted: (state as Views | null)?.itemsWanted ?? null,
    };
  },
  generated: generatedHistories,
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the view it was given, at \`${path}\`. Somebody may be reading that page right now. What did \`itemsWanted\` return instead?`,
  },
} satisfies ExerciseChecks;
