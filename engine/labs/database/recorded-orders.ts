import { numberIn } from "./grade-scripts.ts";
import type { SessionName } from "./interleavings.ts";
import { answerOf, type Outcome, type SessionAnswer } from "./outcomes.ts";
import recorded from "./recorded-orders.json" with { type: "json" };
import { cartLine, type ExampleId, examples } from "./scripts.ts";

/** One order of an example's statements, such as "AABABB", and how it ended on PostgreSQL. */
export interface RecordedOrder {
  order: string;
  qty: number;
  answers: Record<SessionName, SessionAnswer>;
}

/** The examples that add to one row: how a deadlock ends is up to the server. */
export const recordedExamples = examples.filter(({ id }) => id !== "deadlock");

/** Every order of each of them. `recorded-orders.lab.test.ts` runs them on PostgreSQL and writes the file. */
export const recordedOrders = recorded as Record<Exclude<ExampleId, "deadlock">, RecordedOrder[]>;

export function recordOrder({ order, sessions, tables }: Outcome): RecordedOrder {
  const answers = { A: answerOf(sessions.A), B: answerOf(sessions.B) };
  return { order: order.join(""), qty: numberIn({ tables }, cartLine), answers };
}
