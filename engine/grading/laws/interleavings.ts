import type { RawRecord } from "../../fold/event.ts";
import { interleavingLaw } from "../../fold/laws/interleaving-law.ts";
import { checkContextOf, differenceOf, type Law, lawTitle, sayBroken } from "./law.ts";

export const interleavings: Law = {
  id: "interleavings",
  ...lawTitle("title-interleavings"),
  async broken({ folding, compare, most }, { records }, words) {
    const found = await interleavingLaw(folding, byKey(records), { compare, most: 2 * most });
    if (!found) return null;
    const at = checkContextOf(found, found.order);
    const [one, other] = [found.order[found.index], found.order[found.index + 1]];
    const message = sayBroken(words.interleavings?.(at), "order-changes", {
      one: String(one?.key),
      other: String(other?.key),
      first: one?.position.offset ?? 0,
      second: other?.position.offset ?? 0,
      ...differenceOf(found),
    });
    const shown = { records: found.order };
    return { at, shown, folds: [{ records: otherWayRound(found) }, shown], message };
  },
};

/** The order in which the two neighbours that matter stand the other way round. */
function otherWayRound({ order, index }: { order: RawRecord[]; index: number }): RawRecord[] {
  return [...order.slice(0, index), ...order.slice(index, index + 2).reverse(), ...order.slice(index + 2)];
}

/** Each key as a partition of its own: nothing is promised about the order of two keys. */
function byKey(records: RawRecord[]): RawRecord[][] {
  return [...Map.groupBy(records, ({ key }) => key).values()];
}
