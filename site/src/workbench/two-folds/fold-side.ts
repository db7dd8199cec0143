import { formatPosition, type RawRecord } from "../../../../engine/fold/event.ts";
import type { Trace } from "../../../../engine/fold/trace.ts";
import { cardsOf, type TapeCard } from "../tape/tape-cards.ts";

/** One of two folds that are side by side. */
export interface Side {
  /** What it is called above its lane, such as "the log" or "the copy". */
  name: string;
  cards: TapeCard[];
  /** What tells a card apart from all others of its side, and names its counterpart on the other. */
  keys: string[];
  trace: Trace;
  /** Whether it goes on from a state that was kept: before its first record it has nothing to be held against. */
  goesOn: boolean;
}

/** A fold as a side. `keys` are those of the records; by themselves they are positions, counted where one comes again. */
export function sideOf(
  name: string,
  records: RawRecord[],
  trace: Trace,
  { keys = keysOf(records), goesOn = false }: { keys?: string[]; goesOn?: boolean } = {},
): Side {
  const cards = cardsOf(records, trace, null);
  const rest = numbered(cards.slice(records.length).map(({ kind, title }) => `${kind} ${title}`));
  return { name, cards, keys: [...keys.slice(0, cards.length), ...rest], trace, goesOn };
}

/** Positions; the second delivery of a record is another card than the first. */
export function keysOf(records: RawRecord[]): string[] {
  return numbered(records.map(({ position }) => formatPosition(position)));
}

function numbered(names: string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
