import type { LaneCard } from "./lane-card.ts";

/** The cards of a tape by their place on it: ten in a list, or millions of which those in sight are at hand. */
export interface CardSource<Card extends LaneCard = LaneCard> {
  readonly count: number;
  /** One row each, top to bottom. */
  readonly lanes: readonly string[];
  /** The card at `index`; null while it is still being loaded. */
  card(index: number): Card | null;
  /** Says which cards are looked at, from `from` up to, not including, `to`: a source that loads begins with them. */
  want?(from: number, to: number): void;
  /** Calls `listener` whenever more cards are at hand. Returns how to stop. */
  watch?(listener: () => void): () => void;
  /** A few cards of each of `parts` equal parts of the tape, as far as they are at hand; for the overview. */
  samples?(parts: number): readonly (readonly LaneCard[])[];
}

/** The cards of a list. */
export function listed<Card extends LaneCard>(
  cards: readonly Card[],
  lanes: readonly string[],
): CardSource<Card> {
  return { count: cards.length, lanes, card: (index) => cards[index] ?? null };
}
