import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";
import { formatNumber, partsOf } from "../../engine/grading/message-parts.ts";

/** A purchase that earned points: where the log tells it, and on which day it was made. */
export interface EarnedLot {
  purchase: string;
  points: number;
  offset: number;
  day: string;
  at: number;
}

/** What is compared: the points left of each purchase. Nothing left and no lot are the same. */
export function pointsLeft(state: Json): Json {
  if (!isObject(state) || !Array.isArray(state.lots)) return null;
  const left: JsonObject = {};
  for (const lot of state.lots) {
    if (!isObject(lot)) return null;
    const purchase = String(lot.purchase);
    const points = lot.points ?? null;
    const sum = purchase in left ? Number(left[purchase]) + Number(points) : points;
    if (sum === 0) delete left[purchase];
    else left[purchase] = sum;
  }
  return left;
}

export function leftOf(compared: Json, purchase: string): Json {
  return partsOf(compared)[purchase] ?? 0;
}

/** The purchases of which two compared states have different points left. */
export function differingLots(a: Json, b: Json): string[] {
  const purchases = Object.keys({ ...partsOf(a), ...partsOf(b) });
  return purchases.filter((purchase) => leftOf(a, purchase) !== leftOf(b, purchase));
}

/** All points of a compared state. */
export function sumOf(compared: Json): number {
  return Object.values(partsOf(compared)).reduce<number>((sum, points) => sum + Number(points), 0);
}

/** The purchases before this step, in the order in which they were made. */
export function earnedBefore({ history }: CheckContext): EarnedLot[] {
  return history
    .filter(({ type }) => type === "PointsEarned")
    .map(earned)
    .toSorted((a, b) => a.at - b.at);
}

function earned({ data, metadata }: Event): EarnedLot {
  const { purchase, points } = data as { purchase: string; points: number };
  const { occurredAt, position } = metadata;
  return {
    purchase,
    points,
    offset: position.offset,
    day: occurredAt.slice(0, 10),
    at: Date.parse(occurredAt),
  };
}

/** The same day of the next year. */
export function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** "50 of R-1077, 60 of R-1120". */
export function describeLots(compared: Json): string {
  if (!isObject(compared)) return "no list of lots";
  const lots = Object.entries(compared).map(([purchase, points]) => `${formatNumber(points)} of ${purchase}`);
  return lots.length === 0 ? "no points" : lots.join(", ");
}
