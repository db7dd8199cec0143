/** Records from one keyframe to the next at the least, until keyframes are thinned. */
export const firstSpacing = 500;

/** Values between two keyframes at that spacing, in characters: a window has to fit in what may be read at once. */
const charactersAtFirst = 2 * 1024 * 1024;

/** The most characters between two keyframes that are `spacing` records apart at the least. */
export function charactersBetween(spacing: number): number {
  return charactersAtFirst * Math.max(1, spacing / firstSpacing);
}
