import type { RawRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { type Folding, firstFinding, foldOnce } from "./folding-interface.ts";
import { pickNumbers } from "./seeded-random.ts";
import { type CompareOptions, findFirstDifference, positionAt, type Violation } from "./violation.ts";

/** Records `from` up to (without) `to` are delivered once more, right before the record `at` would be: `at >= to`. */
export interface Redelivery {
  from: number;
  to: number;
  at: number;
}

/** `index` is the index in the log of the delivered record after which the states differ. */
export interface DeliveryViolation extends Violation {
  again: Redelivery;
}

/** The log as it is delivered: the same records at the same positions, some of them twice. */
export function redeliver(records: RawRecord[], { from, to, at }: Redelivery): RawRecord[] {
  return [...records.slice(0, at), ...records.slice(from, to), ...records.slice(at)];
}

/**
 * Duplicate delivery: a record that comes a second time, with the same id and the same position, leaves the state as it
 * was, at once and later. Tries each record alone, then each run of records read again from an earlier offset, as after
 * a crash before the commit. Gives the smallest that breaks it: the fewest records, then the shortest delay, then the
 * first. Above `most` redeliveries (n² are possible) the smaller half of them, and a sample of the others.
 */
export async function duplicateDeliveryLaw(
  fold: Folding,
  records: RawRecord[],
  { most = 1_000, seed = 1, ...comparing }: CompareOptions & { most?: number; seed?: number } = {},
): Promise<DeliveryViolation | null> {
  const { states } = await foldOnce(fold, { records });
  const log = records.slice(0, Math.max(0, states.length - 1));
  const possible = log.length ** 2;
  const smaller = Math.min(possible, Math.ceil(most / 2));
  const others = pickNumbers(smaller, possible, most - smaller, seed);
  const redeliveryOf = (place: number) =>
    redeliveryAt(log.length, place < smaller ? place : (others[place - smaller] as number));
  return firstFinding(
    fold,
    smaller + others.length,
    (place) => ({ records: redeliver(log, redeliveryOf(place)) }),
    (folded, place) => {
      const again = redeliveryOf(place);
      const difference = findFirstDifference(demanded(states, again), folded.states, comparing);
      if (!difference) return null;
      const { place: deliveries, ...seen } = difference;
      const index = deliveredAs(again, deliveries - 1);
      return { index, position: positionAt(log, index), ...seen, again };
    },
  );
}

/** The redelivery with this number, of a log of n records; numbers go up with their size. */
function redeliveryAt(n: number, number: number): Redelivery {
  let rest = number;
  for (let delay = 0; delay < n; delay++) {
    if (rest < n - delay) return { from: rest, to: rest + 1, at: rest + 1 + delay };
    rest -= n - delay;
  }
  for (let length = 2; length <= n; length++) {
    if (rest <= n - length) return { from: rest, to: rest + length, at: rest + length };
    rest -= n - length + 1;
  }
  throw new RangeError(`A log of ${n} records has no redelivery ${number}.`);
}

/** The states that the law demands: what comes again changes nothing. */
function demanded(states: Json[], { from, to, at }: Redelivery): Json[] {
  const unchanged = new Array<Json>(to - from).fill(states[at] as Json);
  return [...states.slice(0, at + 1), ...unchanged, ...states.slice(at + 1)];
}

/** Which record of the log is the delivery with this number. */
function deliveredAs({ from, to, at }: Redelivery, delivery: number): number {
  if (delivery < at) return delivery;
  const again = delivery - at;
  return again < to - from ? from + again : delivery - (to - from);
}
