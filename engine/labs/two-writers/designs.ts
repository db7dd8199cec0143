/**
 * Who decides which of two writers gets a seat. `view`: each writer, from what its view says. `expected-version`: the
 * fold, by the version that each record expects. `single-writer`: one decider, which reads commands.
 */
export const designs = ["view", "expected-version", "single-writer"] as const;
export type Design = (typeof designs)[number];

export const agents = ["ana", "bo"] as const;
export type Agent = (typeof agents)[number];

/** The seat for which both agents ask, on each flight. */
export const wantedSeat = "12A";

/** The key of all records of a race: each race is about a flight of its own. */
export const flightOf = (number: number): string => `OZ${number}`;

/** All in ms. */
export interface Delays {
  /** From an agent's look at the view until it writes. */
  think: number;
  /** How old a record must be to be in the view. */
  lag: number;
  /** Bo looks so long after Ana. Many races spread it evenly, from 0 up to here. */
  gap: number;
}

/** How long after Ana Bo looks in one of `races` races, in ms. */
export function gapOf(race: number, races: number, { gap }: Delays): number {
  return races === 1 ? gap : Math.round((gap * (race + 0.5)) / races);
}

/** The share of races in which Bo's view still shows the seat as free, where every write takes no time: 0 to 1. */
export function expectedShare({ think, lag, gap }: Delays): number {
  return gap === 0 ? 1 : Math.min(1, (think + lag) / gap);
}
