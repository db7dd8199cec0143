import type { TopicEvent } from "../topics/topic-events.ts";
import type { Agent, Delays, Design } from "./designs.ts";

/** What an agent was told: it has the seat, the view showed it as taken, or its record or command was rejected. */
export type Answer = "booked" | "seen-taken" | "rejected";

/** One thing that an agent of a race did. `ms`: how long after the race began. */
export type AgentStep = { flight: string; agent: Agent; ms: number } & (
  | { what: "looked"; free: boolean; version: number }
  | { what: "wrote"; topic: string; partition: number; offset: number }
  /** `waited`: since it began to write, in ms; null where it wrote nothing. */
  | { what: "answered"; answer: Answer; waited: number | null }
);

/** Why no further race begins: all were run, a learner asked, or Kafka did not do what it was asked. */
export type RacesEndReason = "all" | "stopped" | "failed";

export interface RacesSettings {
  design: Design;
  races: number;
  delays: Delays;
  /** The number of the flight of the first race; the others follow. */
  firstFlight: number;
}

/** One thing that an instance of the decider did. */
export type DeciderStep = { instance: 1 | 2 } & (
  | { what: "started"; transactionalId: string; partition: number }
  | { what: "read"; offset: number }
  /** In a transaction that is open; no reader of committed records sees it. `offset` in the topic of bookings. */
  | { what: "appended"; offset: number }
  | { what: "hangs" }
  | { what: "committed" }
  /** `error`: as the client words it, with Kafka's name for it. */
  | { what: "fenced"; error: string }
);

export type TwoWritersEvent =
  | TopicEvent
  | { type: "RacesStarted"; data: RacesSettings }
  | { type: "AgentStepped"; data: AgentStep }
  /** All records of the races have arrived before. */
  | { type: "RacesEnded"; data: { reason: RacesEndReason } }
  | { type: "SecondDeciderStarted"; data: { flight: string } }
  | { type: "DeciderStepped"; data: DeciderStep };
