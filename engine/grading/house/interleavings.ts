import type { RawRecord } from "../../fold/event.ts";
import { interleavingLaw } from "../../fold/laws/interleaving.ts";
import { atOf, differenceInWords, type HouseLaw } from "./law.ts";

export const interleavings: HouseLaw = {
  id: "interleavings",
  title: "Every order that Kafka may deliver ends in the same state",
  async broken({ folding, compare, most }, { records }, words) {
    const found = await interleavingLaw(folding, byKey(records), { compare, most: 2 * most });
    if (!found) return null;
    const at = atOf(found, found.order);
    const [one, other] = [found.order[found.index], found.order[found.index + 1]];
    const message =
      words.interleavings?.(at) ??
      `The records of ${one?.key} and ${other?.key} may lie in two partitions, and Kafka keeps the order within one only. ` +
        `With offset ${one?.position.offset} read before offset ${other?.position.offset}, at the end ${differenceInWords(found)}. ` +
        "Both orders are allowed. What in your state depends on which of the two came first?";
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
