/** Random numbers from 0 up to 1 that follow from the seed: Mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of the numbers from `from` up to `to`, in their order; all of them where there are no more. */
export function pickNumbers(from: number, to: number, count: number, seed: number): number[] {
  if (to - from <= count) return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const random = createRandom(seed);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(from + Math.floor(random() * (to - from)));
  return [...chosen].toSorted((a, b) => a - b);
}
