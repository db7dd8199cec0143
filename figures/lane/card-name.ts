import { lane } from "../../language/english/lane.ts";
import type { LaneCard } from "./card.ts";

/**
 * A card as it is read out: "offset 3, 09:05. ItemAdded: t-shirt · 1." All that is written on it is said, in its order;
 * `told` is what stands beside the offset, its time or its key.
 */
export function cardName(
  { offset, kind, title, summary, mark, holds }: LaneCard,
  told: string | null,
): string {
  const place = offset === null ? lane.kinds[kind] : `${lane.offset}${offset}`;
  const says = mark ? lane.marks[mark] : summary;
  const parts = [
    told ? `${place}, ${told}` : place,
    says ? `${title}: ${says}` : title,
    holds ? lane.holds : "",
  ];
  return parts.flatMap((part) => (part === "" ? [] : [`${part}.`])).join(" ");
}
