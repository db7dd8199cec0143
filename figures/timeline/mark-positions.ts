/**
 * Where marks stand on an axis from 0 to 1: each as near its own time as it can, in their order, and at least `gap`
 * apart, so that each can be hit. Too many for the axis, they stand as far apart as they can.
 */
export function markPositions(times: number[], gap: number): number[] {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const span = last - first;
  const room = Math.min(gap, times.length > 1 ? 1 / (times.length - 1) : 1);
  const places = times.map((time) => (span > 0 ? (time - first) / span : 0));
  // Pushed to the right where they stand too close, then back to the left from the axis's end.
  for (let i = 1; i < places.length; i++)
    places[i] = Math.max(places[i] as number, (places[i - 1] as number) + room);
  for (let i = places.length - 1; i >= 0; i--)
    places[i] = Math.min(places[i] as number, i === places.length - 1 ? 1 : (places[i + 1] as number) - room);
  return places.map((place) => Math.max(0, place));
}

/** The true place of a time on the axis of these times, from 0 to 1. */
export function positionOfTime(time: number, times: number[]): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return last > first ? (time - first) / (last - first) : 0;
}
