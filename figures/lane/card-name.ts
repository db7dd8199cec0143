import { lane } from "../../language/english/lane.ts";
import type { LaneCard } from "./card.ts";

/** A card as it is read out: "offset 3, 09:05. ItemAdded: t-shirt, 1." What is told by a mark comes last. */
export function cardName(card: LaneCard): string {
  const { offset, kind, time, title, summary, mark, holds } = card;
  const place = [offset === null ? lane.kinds[kind] : `${lane.offset}${offset}`, time]
    .filter(Boolean)
    .join(", ");
  const values = summary.replaceAll(" · ", ", ");
  const marks = [...(mark ? [lane.marks[mark]] : []), ...(holds ? [lane.holds] : [])];
  return lane.name(place, values === "" ? title : `${title}: ${values}`, marks.join(", "));
}
