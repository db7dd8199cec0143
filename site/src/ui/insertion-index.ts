/**
 * Where a line that is dragged would land: the first whose middle lies below the pointer, the end where there is none, and
 * null below the last line's lower edge, where the unused ones wait.
 */
export function insertionIndex(
  lines: { top: number; bottom: number }[],
  end: number,
  y: number,
): number | null {
  if (y > end) return null;
  const place = lines.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return place < 0 ? lines.length : place;
}
