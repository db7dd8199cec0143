import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import { answerOf, type Outcome } from "../../../engine/labs/database/outcomes.ts";
import { cartLine } from "../../../engine/labs/database/scripts.ts";
import { numberIn } from "../../../engine/labs/database/grade-scripts.ts";
import recorded from "./postgresql-orders.json" with { type: "json" };
import type { DesignId, RaceEnd } from "./race.ts";

/** One order of two scripts, such as "AABABB", and how it ended on PostgreSQL. */
export interface RecordedOrder extends RaceEnd {
  order: string;
}

/** Every order of each design. `postgresql-orders.lab.test.ts` runs them and writes the file. */
export const recordedOrders = recorded as Record<DesignId, RecordedOrder[]>;

export function recordOrder({ order, sessions, tables }: Outcome): RecordedOrder {
  const answers = { A: answerOf(sessions.A), B: answerOf(sessions.B) };
  return { order: order.join(""), qty: numberIn({ tables }, cartLine), answers };
}

export const sessionsOf = (order: string) => [...order] as SessionName[];
