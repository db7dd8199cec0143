/** How wide a scrolled element may be, in pixels: no browser lays out much more than 17 million. */
export const widest = 8_000_000;
/** On so many pixels at each end a shortened tape scrolls as a whole one does, so that every card there can be reached. */
const trueEnds = 1_000_000;

/**
 * A tape of any length in a scroller that a browser can lay out. `tape` is the width of all cards, `view` of what is
 * seen of them. Up to `widest` the two are the same; beyond, the middle of the tape is shortened.
 */
export interface ScrollScale {
  tape: number;
  view: number;
}

/** The width of the element that is scrolled, in pixels. */
export function scrollerWidth({ tape }: ScrollScale): number {
  return Math.min(tape, widest);
}

/** How far the tape and its scroller can be scrolled, in pixels. */
function furthest(scale: ScrollScale): { tape: number; scroller: number } {
  return {
    tape: Math.max(0, scale.tape - scale.view),
    scroller: Math.max(0, scrollerWidth(scale) - scale.view),
  };
}

/** The place on the tape, in pixels, at which a scroller stands that is scrolled so far. */
export function toTape(scrolled: number, scale: ScrollScale): number {
  const most = furthest(scale);
  const at = Math.max(0, Math.min(scrolled, most.scroller));
  if (most.tape === most.scroller || at <= trueEnds) return at;
  if (at >= most.scroller - trueEnds) return most.tape - (most.scroller - at);
  const stretch = (most.tape - 2 * trueEnds) / (most.scroller - 2 * trueEnds);
  return trueEnds + (at - trueEnds) * stretch;
}

/** How far to scroll so that the tape stands at this place; the reverse of `toTape`. */
export function toScroller(place: number, scale: ScrollScale): number {
  const most = furthest(scale);
  const at = Math.max(0, Math.min(place, most.tape));
  if (most.tape === most.scroller || at <= trueEnds) return at;
  if (at >= most.tape - trueEnds) return most.scroller - (most.tape - at);
  const stretch = (most.tape - 2 * trueEnds) / (most.scroller - 2 * trueEnds);
  return trueEnds + (at - trueEnds) / stretch;
}

/** Where a tape stands: how far its scroller is scrolled, and what the place on the tape is beyond that, in pixels. */
export interface ScrollPosition {
  scrolled: number;
  beyond: number;
}

export function placeOf({ scrolled, beyond }: ScrollPosition): number {
  return scrolled + beyond;
}

/** The tape stands at `place`, its scroller where a browser has put it: browsers round. */
export function standAt(place: number, scrolled: number, scale: ScrollScale): ScrollPosition {
  const at = Math.max(0, Math.min(place, furthest(scale).tape));
  return { scrolled, beyond: at - scrolled };
}

/**
 * The tape after its scroller came to `scrolled`. A short way, as of a wheel or a finger, moves the cards by as much; a
 * long one, as of a scrollbar that is dragged, leads to the part of the tape that the scrollbar shows.
 */
export function scrolledTo(scrolled: number, before: ScrollPosition, scale: ScrollScale): ScrollPosition {
  if (scale.tape <= widest) return { scrolled, beyond: 0 };
  const way = scrolled - before.scrolled;
  const far = Math.abs(way) > Math.max(2_000, 4 * scale.view);
  return standAt(far ? toTape(scrolled, scale) : placeOf(before) + way, scrolled, scale);
}
