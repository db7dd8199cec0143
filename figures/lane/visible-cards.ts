/** Width of a card with the gap after it, in pixels. The style sheet draws to the same measure. */
export const cardPitch = 132;

/** The part of a tape that has to be drawn: indices from `from` up to, not including, `to`. */
export interface Window {
  from: number;
  to: number;
}

/** Of a tape with its start marker, in pixels. */
export function tapeWidth(count: number): number {
  return (count + 1) * cardPitch;
}

/** The cards seen through a tape scrolled to `left` pixels and `width` pixels wide, and a few on each side. */
export function windowOf(left: number, width: number, count: number, margin = 4): Window {
  const from = Math.max(0, Math.floor(left / cardPitch) - margin);
  const to = Math.min(count, Math.ceil((left + width) / cardPitch) + margin);
  return { from: Math.min(from, count), to: Math.max(to, 0) };
}

/** Where to scroll so that card `index` is seen with one neighbour on each side; null when it already is. */
export function scrollFor(index: number, left: number, width: number): number | null {
  const start = (index - 1) * cardPitch;
  const end = (index + 2) * cardPitch;
  if (start < left) return Math.max(0, start);
  if (end > left + width) return Math.max(0, end - width);
  return null;
}
