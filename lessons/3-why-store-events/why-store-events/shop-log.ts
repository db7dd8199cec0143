import { createRandom } from "../../../engine/fold/laws/seeded-random.ts";
import { morningRecords, type Sku, skus, type Wish } from "../../../exercises/shop-morning/mornings.ts";
import type { ListedLog } from "../../../figures/fold-rate/fold-list.ts";

export const eventCount = 100_000;
const seed = 12;

const kinds: Wish["kind"][] = ["add", "add", "remove", "remove", "check out", "open", "price"];
/** Hats are chosen more often, so they also go in and out of carts more often. */
const chosen: Sku[] = [...skus, "hat", "hat", "scarf"];

/** A hundred thousand records of a shop, from the generator of the exercises. The same seed gives the same log. */
export function shopLog(): ListedLog {
  const random = createRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const wishes = Array.from(
    { length: eventCount },
    (): Wish => ({
      kind: kinds[below(kinds.length)] as Wish["kind"],
      cart: below(3),
      sku: chosen[below(chosen.length)] as Sku,
      price: below(2),
      minutes: below(3),
    }),
  );
  return { topic: "shop", records: morningRecords(wishes), scope: "all" };
}

/** A question that the exercises do not ask, as a reducer: JavaScript, as the sandbox takes it. */
export const questionSource = `export const initialState = () => ({});
export function evolve(items, { type, data }) {
  if (type !== "ItemAdded" && type !== "ItemRemoved") return items;
  const { added = 0, removed = 0 } = items[data.sku] ?? {};
  const counts = type === "ItemAdded" ? { added: added + 1, removed } : { added, removed: removed + 1 };
  return { ...items, [data.sku]: counts };
}`;

export type ItemCounts = Record<string, { added: number; removed: number }>;

/** For each item, how many of a hundred additions were taken out again; the most first. */
export function removedOfHundred(items: ItemCounts): { sku: string; share: number }[] {
  return Object.entries(items)
    .map(([sku, { added, removed }]) => ({ sku, share: Math.round((100 * removed) / added) }))
    .toSorted((a, b) => b.share - a.share);
}
