/** Text alone, text and workbench side by side, or the workbench alone. */
export const stops = ["read", "split", "code"] as const;
export type Stop = (typeof stops)[number];

/** Where the divider is. `share` is the text's part of the window's width at the stop `split`, from 0 to 1. */
export interface DividerPlace {
  stop: Stop;
  /** Absent until somebody moves the divider: then the style sheet decides. */
  share?: number;
}

/** The least widths in pixels at the stop `split`. The style sheet keeps to the same. */
export const leastText = 320;
export const leastWorkbench = 480;

/** How far one arrow key moves the divider. */
const pace = 0.02;

/** The nearest share at which text and workbench both have their least width, in a window `width` pixels wide. */
export function clampShare(share: number, width: number): number {
  return Math.max(leastText / width, Math.min(1 - leastWorkbench / width, share));
}

/** Where the divider goes under a pointer `x` pixels from the left. Beyond half a least width it goes to the end. */
export function placeUnderPointer(x: number, width: number, { share }: DividerPlace): DividerPlace {
  if (x < leastText / 2) return { stop: "code", share };
  if (x > width - leastWorkbench / 2) return { stop: "read", share };
  return { stop: "split", share: clampShare(x / width, width) };
}

/**
 * Where a key moves the divider; null for a key that it does not know. `drawn` is the text's share as it is drawn. The
 * arrows go on from the least widths to the ends, Home and End go there at once, Enter goes to an end and back.
 */
export function placeAfterKey(
  key: string,
  place: DividerPlace,
  drawn: number,
  width: number,
): DividerPlace | null {
  const { stop, share } = place;
  if (key === "Home") return { stop: "code", share };
  if (key === "End") return { stop: "read", share };
  if (key === "Enter") return { stop: stop === "split" ? "code" : "split", share };
  const by = { ArrowLeft: -pace, ArrowRight: pace }[key];
  if (by === undefined) return null;
  const [least, most] = [clampShare(0, width), clampShare(1, width)];
  if (stop === "code") return by > 0 ? { stop: "split", share: least } : place;
  if (stop === "read") return by < 0 ? { stop: "split", share: most } : place;
  if (by < 0 && drawn <= least) return { stop: "code", share };
  if (by > 0 && drawn >= most) return { stop: "read", share };
  return { stop, share: clampShare(drawn + by, width) };
}

/** The place that was stored, if it is one. */
export function readDividerPlace(stored: unknown): DividerPlace {
  const { stop, share } = (stored ?? {}) as Partial<DividerPlace>;
  const isShare = typeof share === "number" && share > 0 && share < 1;
  return { stop: stops.find((each) => each === stop) ?? "split", ...(isShare && { share }) };
}
