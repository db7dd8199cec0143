/** One row of two lists side by side: the places in both, null where the row has nothing of a list. */
export interface Pair {
  one: number | null;
  other: number | null;
}

/**
 * Aligns two lists. `one` and `other` hold keys, each once in its list; what stands in both in the same order
 * shares a row, as many rows as possible. Every place of each list has exactly one row, in the list's own order; what has
 * no counterpart comes first of `one`, then of `other`.
 */
export function alignLists(one: string[], other: string[]): Pair[] {
  const placeInOther = new Map(other.map((key, place) => [key, place]));
  const shared = one.flatMap((key, place): { one: number; other: number }[] => {
    const there = placeInOther.get(key);
    return there === undefined ? [] : [{ one: place, other: there }];
  });
  const rows: Pair[] = [];
  const upTo = (end: { one: number; other: number }, from: { one: number; other: number }) => {
    for (let i = from.one; i < end.one; i++) rows.push({ one: i, other: null });
    for (let i = from.other; i < end.other; i++) rows.push({ one: null, other: i });
  };
  let next = { one: 0, other: 0 };
  for (const pair of longestRising(shared)) {
    upTo(pair, next);
    rows.push(pair);
    next = { one: pair.one + 1, other: pair.other + 1 };
  }
  upTo({ one: one.length, other: other.length }, next);
  return rows;
}

/** The longest selection of a list, in its order, in which `other` rises. Takes n log n steps. */
export function longestRising<P extends { other: number }>(pairs: P[]): P[] {
  /** By length less one: the pair with the smallest `other` that ends such a selection, and what stands before each. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(({ other }, place) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as P).other < other) low = middle + 1;
      else high = middle;
    }
    before[place] = low === 0 ? undefined : ends[low - 1];
    ends[low] = place;
  });
  const chosen: P[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) chosen.push(pairs[at] as P);
  return chosen.reverse();
}
