import { colourNumber, colours } from "../event-colours.ts";
import type { CardSource } from "./card-source.ts";
import type { CardMark, ColourBy, LaneCard } from "./lane-card.ts";

/** What the overview knows of one of its equal parts of the tape. */
export interface OverviewSegment {
  /** How many of the cards that were looked at have each colour, by its number. */
  counts: number[];
  looked: number;
}

/** A place on the tape that the overview marks. */
export interface OverviewMark {
  index: number;
  mark: CardMark | "breakpoint";
}

/** Up to here every card is looked at; of a longer tape, samples. */
const wholly = 20_000;

/** The tape in `parts` equal parts, by colour, and what its cards are marked with. */
export function overviewSegments(
  source: CardSource,
  parts: number,
  colourBy: ColourBy,
): { parts: OverviewSegment[]; marks: OverviewMark[] } {
  const made = Array.from({ length: parts }, () => ({
    counts: new Array<number>(colours).fill(0),
    looked: 0,
  }));
  const marks: OverviewMark[] = [];
  const take = (part: OverviewSegment | undefined, card: LaneCard) => {
    if (!part) return;
    const colour = colourNumber(colourBy === "key" ? (card.key ?? card.title) : card.title);
    part.counts[colour] = (part.counts[colour] ?? 0) + 1;
    part.looked++;
  };
  if (source.samples) {
    for (const [i, cards] of source.samples(parts).entries()) for (const card of cards) take(made[i], card);
    return { parts: made, marks };
  }
  const every = Math.ceil(source.count / wholly);
  for (let index = 0; index < source.count; index += every) {
    const card = source.card(index);
    if (!card) continue;
    take(made[segmentOf(index, source.count, parts)], card);
    if (card.mark) marks.push({ index, mark: card.mark });
    if (card.holds) marks.push({ index, mark: "breakpoint" });
  }
  return { parts: made, marks };
}

/** In which of `parts` equal parts a card lies. */
export function segmentOf(index: number, count: number, parts: number): number {
  return Math.min(parts - 1, Math.floor((index * parts) / count));
}

/** The part of the strip that stands for what is in sight, as shares of its width from 0 to 1. */
export function thumbOf(place: number, view: number, tape: number): { left: number; width: number } {
  const width = Math.min(1, view / tape);
  return { left: Math.max(0, Math.min(place / tape, 1 - width)), width };
}

/** The place of the tape, in pixels, that has the middle of what is in sight at this share of the strip. */
export function placeUnder(share: number, view: number, tape: number): number {
  return Math.max(0, Math.min(share * tape - view / 2, tape - view));
}
