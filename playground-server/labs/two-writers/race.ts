import { setTimeout as sleep } from "node:timers/promises";
import { isObject } from "../../../engine/fold/json.ts";
import {
  type Agent,
  agents,
  type Delays,
  type Design,
  wantedSeat,
} from "../../../engine/labs/two-writers/designs.ts";
import type { AgentStep, Answer } from "../../../engine/labs/two-writers/events.ts";
import { foldSeats, seatOf, seatSteps } from "../../../engine/labs/two-writers/seats.ts";
import type { WritersTopics } from "./writers-topics.ts";

export interface RaceOptions {
  topics: WritersTopics;
  design: Design;
  flight: string;
  /** `gap`: how long after Ana Bo looks in this race. */
  delays: Delays;
  report(step: AgentStep): void;
}

/** An answer that takes longer than this, in ms, will not come. */
const longestAnswer = 20_000;

/** Runs one race of both agents for the same seat. Throws refusals, and the reason of the signal. */
export async function runRace(options: RaceOptions, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  const { gap } = options.delays;
  await Promise.all(
    agents.map((agent) => runAgent(agent, { ...options, began, wait: agent === "bo" ? gap : 0 }, signal)),
  );
}

type StepOf<Step> = Step extends unknown ? Omit<Step, "flight" | "agent" | "ms"> : never;

async function runAgent(
  agent: Agent,
  { topics, design, flight, delays, report, began, wait }: RaceOptions & { began: number; wait: number },
  signal: AbortSignal,
): Promise<void> {
  const elapsed = () => Math.round(performance.now() - began);
  const tell = (step: StepOf<AgentStep>) => report({ flight, agent, ms: elapsed(), ...step } as AgentStep);
  await sleep(wait, undefined, { signal });
  const { free, version } = await lookAtView(topics, flight, delays.lag);
  tell({ what: "looked", free, version });
  if (!free) return tell({ what: "answered", answer: "seen-taken", waited: null });
  await sleep(delays.think, undefined, { signal });
  const asked = performance.now();
  const name = design === "single-writer" ? "commands" : "bookings";
  const wish = { flight, seat: wantedSeat, by: agent };
  const event = {
    view: { type: "SeatBooked", data: wish },
    "expected-version": { type: "SeatBooked", data: { ...wish, expectedVersion: version } },
    "single-writer": { type: "BookSeat", data: wish },
  }[design];
  const offset = await topics.append(name, flight, event);
  const partition = topics.partitionOf(flight);
  tell({ what: "wrote", topic: topics.shown(name), partition, offset });
  const given = AbortSignal.any([signal, AbortSignal.timeout(longestAnswer)]);
  const answer = await answerTo({ topics, design, flight, partition, offset }, given);
  tell({ what: "answered", answer, waited: Math.round(performance.now() - asked) });
}

/** The seat as a view shows it that has only records of at least this age, in ms. */
async function lookAtView(
  topics: WritersTopics,
  flight: string,
  lag: number,
): Promise<{ free: boolean; version: number }> {
  const newest = Date.now() - lag;
  const records = await topics.read("bookings", topics.partitionOf(flight));
  const shown = records.filter(({ key, timestamp }) => key === flight && timestamp <= newest);
  const { version, holders } = seatOf(foldSeats(shown), flight, wantedSeat);
  return { free: holders.length === 0, version };
}

/** What the agent is told in the end. */
async function answerTo(
  {
    topics,
    design,
    flight,
    partition,
    offset,
  }: { topics: WritersTopics; design: Design; flight: string; partition: number; offset: number },
  signal: AbortSignal,
): Promise<Answer> {
  switch (design) {
    // Nobody looks again: the record is in the log, so the agent believes that it has the seat.
    case "view":
      return "booked";
    case "expected-version": {
      const bookings = topics.tail("bookings");
      await bookings.find((record) => record.partition === partition && record.offset === offset, signal);
      const records = bookings.from(partition, 0).filter(({ key }) => key === flight);
      const own = seatSteps(records).find(({ record }) => record.offset === offset);
      return own?.ruling === "rejected" ? "rejected" : "booked";
    }
    case "single-writer": {
      const command = `${partition}@${offset}`;
      const { type } = await topics
        .tail("bookings")
        .find(({ data }) => isObject(data) && data.command === command, signal);
      return type === "SeatBooked" ? "booked" : "rejected";
    }
  }
}
