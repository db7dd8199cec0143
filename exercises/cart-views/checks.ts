import type { At, Check, ExerciseChecks } from "../../engine/grading/checks.ts";
import { pasts, possible } from "../cart-decide/cases.ts";
import { inFigures, inWords, named } from "../cart-read-only/words.ts";

type Page = { lines?: Record<string, number>; pieces?: number; status?: string };
type Views = { cartOf?: Page; itemsWanted?: Record<string, number> };

const known = new Set(["CartOpened", "ItemAdded", "ItemRemoved", "CartCleared", "CheckedOut"]);

const page = (views: unknown): Page => (views as Views | null)?.cartOf ?? {};
const wanted = (views: unknown) => (views as Views | null)?.itemsWanted ?? {};
const sku = (at: At) => (at.event?.data as { sku?: string } | undefined)?.sku ?? "";
const qty = (at: At) => (at.event?.data as { qty?: number } | undefined)?.qty ?? 0;
const after = (at: At, type: string) => at.event?.type === type;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const pieces = (n: number | undefined) => `${n ?? "no number of"} ${n === 1 ? "piece" : "pieces"}`;
/** One way to write a small object, whatever the order of its keys. */
const sorted = (counts: Record<string, number>) =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));

const checks: Check[] = [
  {
    id: "wanted",
    title: "itemsWanted forgets nothing",
    covers: (at) => !same(sorted(wanted(at.actual)), sorted(wanted(at.expected))),
    message(at) {
      if (same(at.actual, at.before)) {
        return `At offset ${at.offset}, ${at.event?.type}, neither view moved: both stand where they stood before. Did your code stop there, or is the record met by the wrong case?`;
      }
      const expected = wanted(at.expected);
      const item =
        Object.keys(expected).find((name) => expected[name] !== wanted(at.actual)[name]) ?? "an item";
      return `After offset ${at.offset}, ${at.event?.type}, \`itemsWanted\` says ${item} ${wanted(at.actual)[item] ?? 0}; put in so far: ${expected[item] ?? 0}. It was finished when you opened it. Did she never want it?`;
    },
  },
  {
    id: "pieces",
    title: "ItemAdded: the line and the number of pieces grow",
    covers: (at) => after(at, "ItemAdded") && Object.hasOwn(page(at.actual).lines ?? {}, sku(at)),
    message: (at) =>
      `Offset ${at.offset} put in ${inWords(sku(at), qty(at))}. The page held ${pieces(page(at.before).pieces)} and now says ${pieces(page(at.actual).pieces)}. How many lie in the cart?`,
  },
  {
    id: "nothing-refused",
    title: "A read model takes every record as it is",
    covers: (at) => after(at, "ItemAdded"),
    message: (at) =>
      `Offset ${at.offset} put ${sku(at)} into the cart, and the page does not show it. The record was accepted long before a read model sees it. Who would it refuse, and who would hear of it?`,
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
        ? `Offset ${at.offset} took out the last ${named(sku(at), 1)}. The page keeps a line with 0 pieces. Would you show that to a shopper?`
        : `Offset ${at.offset} took ${inWords(sku(at), qty(at))} out of the cart. The page shows ${inFigures(sku(at), shown.lines?.[sku(at)])}, and ${pieces(shown.pieces)} in all. What did it show before, and what is left?`;
    },
  },
  {
    id: "checked-out",
    title: "CheckedOut: the page says so",
    covers: (at) => after(at, "CheckedOut"),
    message: (at) =>
      `At offset ${at.offset} Sanjana checked out. The page still says ${page(at.actual).status ?? "nothing"}. Which record would tell it otherwise?`,
  },
  {
    id: "unknown",
    title: "An event type that nobody told you about changes nothing",
    covers: (at) => at.event !== null && !known.has(at.event.type),
    message: (at) =>
      `Offset ${at.offset} holds a ${at.event?.type}, a type your code does not know, and the views did not stay as they were. Logs outlive code: next year somebody writes a new type. What should a reader do that has no use for it?`,
  },
  {
    id: "page",
    title: "The page shows what the log says after every record",
    covers: () => true,
    message: (at) =>
      at.event
        ? `After offset ${at.offset}, ${at.event.type}, the page shows ${pieces(page(at.actual).pieces)} and says ${page(at.actual).status ?? "nothing"}. Does this record change anything about the cart?`
        : "Before the first record the views do not begin as they did. Both `initialView` were finished when you opened them. What have you changed there?",
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
  generated: { cases: (fc) => pasts(fc, 12).map((records) => ({ records })), possible },
  words: {
    mutation: (at, path) =>
      `At offset ${at.offset} your code changed the view it was given, at \`${path}\`. Somebody may be reading that page this very moment. What did \`itemsWanted\` return instead?`,
  },
} satisfies ExerciseChecks;
