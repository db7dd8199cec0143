import { showHidden } from "../../engine/fold/hidden-characters.ts";
import { lane } from "../../language/english/lane.ts";
import type { LaneCard } from "./lane-card.ts";

/**
 * A card as it is read out: "offset 3, 09:05. ItemAdded: t-shirt · 1." All that is written on it is said, in its order;
 * `timeOrKey` is what stands beside the offset, if anything does.
 */
export function cardName(
  { offset, kind, title, summary, mark, holds }: LaneCard,
  timeOrKey: string | null,
): string {
  const place = offset === null ? lane.kinds[kind] : `${lane.offset}${offset}`;
  const says = mark ? lane.marks[mark] : summary;
  const parts = [
    timeOrKey ? `${place}, ${timeOrKey}` : place,
    says ? `${title}: ${says}` : title,
    holds ? lane.holds : "",
  ];
  return showHidden(parts.flatMap((part) => (part === "" ? [] : [`${part}.`])).join(" "));
}
