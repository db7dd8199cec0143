import type { LabFact, LabFold } from "../lab-event.ts";
import type { LabLifecycleEvent } from "../lab-status.ts";
import { evolveTopics, type TopicLogs } from "../topics/topic-logs.ts";
import { type Delays, type Design, flightOf } from "./designs.ts";
import type { AgentStep, DeciderStep, RacesEndReason, RacesSettings, TwoWritersEvent } from "./events.ts";
import { twoWritersLimits } from "./limits.ts";
import { countDoubleBookings, foldSeats } from "./seats.ts";
import { shownTopics } from "./topic-names.ts";

/** What one command to run races came to, counted from the records in the log. */
export interface RacesResult {
  design: Design;
  delays: Delays;
  /** How many were run to their end. */
  races: number;
  doubleBookings: number;
  /** Of those who wrote: how long each waited for its answer, in ms, the shortest first. */
  waits: number[];
}

export interface Races extends RacesSettings {
  steps: AgentStep[];
  ended: RacesEndReason | null;
}

export interface TwoWritersState {
  topics: TopicLogs;
  /** Those under way, or the last ones. */
  races: Races | null;
  /** The newest first. */
  results: RacesResult[];
  /** What two instances of the decider did, and the flight about which they did it. */
  deciders: { flight: string; steps: DeciderStep[] } | null;
}

export const initialState = (): TwoWritersState => ({
  topics: {},
  races: null,
  results: [],
  deciders: null,
});

export function evolve(state: TwoWritersState, fact: LabFact): TwoWritersState {
  const event = fact as TwoWritersEvent | LabLifecycleEvent;
  switch (event.type) {
    case "RacesStarted":
      return { ...state, races: { ...event.data, steps: [], ended: null } };
    case "AgentStepped": {
      const { races } = state;
      return races ? { ...state, races: { ...races, steps: [...races.steps, event.data] } } : state;
    }
    case "RacesEnded": {
      const { races } = state;
      if (!races) return state;
      const result = resultOf(races, state.topics);
      const results = result.races > 0 ? [result, ...state.results] : state.results;
      return {
        ...state,
        races: { ...races, ended: event.data.reason },
        results: results.slice(0, twoWritersLimits.results),
      };
    }
    case "SecondDeciderStarted":
      return { ...state, deciders: { flight: event.data.flight, steps: [] } };
    case "DeciderStepped": {
      const { deciders } = state;
      return deciders
        ? { ...state, deciders: { ...deciders, steps: [...deciders.steps, event.data] } }
        : state;
    }
    // With the session its topics are gone; what was counted stays.
    case "LabClosed":
      return { ...state, topics: {} };
    default: {
      const topics = evolveTopics(state.topics, event as TwoWritersEvent & { type: "TopicMade" });
      return topics === state.topics ? state : { ...state, topics };
    }
  }
}

/** The flights of races, by their keys. */
export function flightsOf({ firstFlight, races }: RacesSettings): string[] {
  return Array.from({ length: races }, (_, n) => flightOf(firstFlight + n));
}

function resultOf({ steps, ...settings }: Races, topics: TopicLogs): RacesResult {
  const { design, delays } = settings;
  const answers = steps.filter(({ what }) => what === "answered");
  const answered = Map.groupBy(answers, ({ flight }) => flight);
  const ended = flightsOf(settings).filter((flight) => answered.get(flight)?.length === 2);
  const flights = new Set(ended);
  const records = (topics[shownTopics.bookings]?.records ?? []).filter(({ key }) => flights.has(key ?? ""));
  const waits = answers.flatMap((step) =>
    step.what === "answered" && step.waited !== null && flights.has(step.flight) ? [step.waited] : [],
  );
  return {
    design,
    delays,
    races: ended.length,
    doubleBookings: countDoubleBookings(foldSeats(records)),
    waits: waits.toSorted((a, b) => a - b),
  };
}

export const twoWritersFold: LabFold<TwoWritersState> = { initialState, evolve };
