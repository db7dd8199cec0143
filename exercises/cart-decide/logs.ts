import type { Arbitrary } from "fast-check";
import type { Command } from "../../engine/fold/trace.ts";
import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { recordsOf } from "../../engine/grading/generated-records.ts";

type Item = { sku: string; qty: number };
/** What may happen to a cart, before it is clear whether it can. */
type Happening = { type: string; data: Item | Record<string, never> };

const form = { key: "cart-9", firstId: "g0", start: "2026-03-06T10:00:00Z", minutes: 0 };
const skus = ["pants", "t-shirt", "hat", "socks", "scarf"];

const add = (sku: string, qty = 1): Happening => ({ type: "ItemAdded", data: { sku, qty } });
const wants = (sku: string, qty = 1): Command => ({ type: "AddItem", data: { sku, qty } });
const checkOut: Command = { type: "CheckOut", data: {} };
const takenOut = { type: "ItemRemoved", data: { sku: "hat", qty: 1 } };

/** The logs and commands that everybody is asked about: the corners of the three rules. */
export const cases: Case[] = [
  // A cart from before rule 2: four lines are there and stay, a fifth is refused, more of the fourth is not.
  {
    records: recordsOf(form, [add("pants"), add("t-shirt"), add("hat"), add("socks")]),
    commands: [wants("scarf"), wants("socks")],
  },
  // An item that was taken out is a new line again.
  {
    records: recordsOf(form, [add("pants"), add("t-shirt"), add("hat"), takenOut]),
    commands: [wants("socks"), wants("hat")],
  },
  {
    records: recordsOf(form, [add("hat"), { type: "CheckedOut", data: {} }]),
    commands: [{ type: "RemoveItem", data: { sku: "hat", qty: 1 } }, wants("hat"), checkOut],
  },
];

/** Keeps what can have happened, in order: nothing is taken out that is not in the cart, nothing follows a checkout. */
function happened(wished: Happening[]): Happening[] {
  const held = new Map<string, number>();
  const kept: Happening[] = [];
  for (const happening of wished) {
    if (kept.at(-1)?.type === "CheckedOut") break;
    const { sku, qty } = happening.data as Item;
    const now = held.get(sku) ?? 0;
    if (happening.type === "ItemRemoved" && now < qty) continue;
    if (happening.type === "CheckedOut" && held.size === 0) continue;
    if (happening.type === "CartCleared") held.clear();
    if (happening.type === "ItemAdded") held.set(sku, now + qty);
    if (happening.type === "ItemRemoved") now === qty ? held.delete(sku) : held.set(sku, now - qty);
    kept.push(happening);
  }
  return kept;
}

/** Whether a smaller log found while shrinking could have been written. Its commands may be any. */
function couldHaveHappened({ records }: Case): boolean {
  const wished = records.map(({ event }) => event as Happening);
  return happened(wished).length === wished.length;
}

/** Logs of one cart with up to 12 records, some from before the rules, some with a type nobody here knows. */
function histories(fc: typeof import("fast-check")): Arbitrary<Case["records"]> {
  const happening = (type: string, data: Arbitrary<Happening["data"]>): Arbitrary<Happening> =>
    data.map((given) => ({ type, data: given }));
  const nothing = fc.constant({});
  const past = fc.oneof(
    { weight: 10, arbitrary: happening("ItemAdded", items(fc)) },
    { weight: 3, arbitrary: happening("ItemRemoved", items(fc)) },
    { weight: 1, arbitrary: happening("CartCleared", nothing) },
    { weight: 1, arbitrary: happening("CartOpened", nothing) },
    { weight: 1, arbitrary: happening("GiftNoteWritten", nothing) },
  );
  const ending = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: happening("CheckedOut", nothing).map((end) => [end]) },
  );
  return fc
    .tuple(fc.array(past, { maxLength: 12, size: "max" }), ending)
    .map((wished) => recordsOf(form, happened(wished.flat())));
}

function items(fc: typeof import("fast-check")): Arbitrary<Item> {
  return fc.record({ sku: fc.constantFrom(...skus), qty: fc.constantFrom(1, 1, 1, 2, 3) });
}

/** Carts with a past, without commands. */
export const generatedHistories = {
  cases: (fc) => fc.record({ records: histories(fc) }),
  possible: couldHaveHappened,
} satisfies GeneratedLogs;

/** Carts with a past and up to eight commands. */
export const generated = {
  cases: (fc) => {
    const command: Arbitrary<Command> = fc.oneof(
      { weight: 6, arbitrary: items(fc).map((data) => ({ type: "AddItem", data })) },
      { weight: 2, arbitrary: items(fc).map((data) => ({ type: "RemoveItem", data })) },
      { weight: 2, arbitrary: fc.constant(checkOut) },
    );
    return fc.record({ records: histories(fc), commands: fc.array(command, { maxLength: 8, size: "max" }) });
  },
  possible: couldHaveHappened,
} satisfies GeneratedLogs;
