import type { LabCommand } from "../../../engine/labs/lab-event.ts";
import type { TwoWritersCommand } from "../../../engine/labs/two-writers/commands.ts";
import { flightOf, gapOf } from "../../../engine/labs/two-writers/designs.ts";
import type { RacesEndReason, TwoWritersEvent } from "../../../engine/labs/two-writers/events.ts";
import { twoWritersLimits } from "../../../engine/labs/two-writers/limits.ts";
import { writersPartitions } from "../../../engine/labs/two-writers/topic-names.ts";
import { kafkaRefusal } from "../../log/kafka-errors.ts";
import type { LabContext, LabSession } from "../lab.ts";
import { Decider } from "./decider.ts";
import { runRace } from "./race.ts";
import { startSecondDecider } from "./second-decider.ts";
import { WritersTopics } from "./writers-topics.ts";

type DataOf<Type extends TwoWritersCommand["type"]> = Extract<TwoWritersCommand, { type: Type }>["data"];

/** A learner's session: races for seats, and two instances of a decider. */
export async function openTwoWriters(context: LabContext): Promise<LabSession> {
  const topics = await WritersTopics.open(context);
  const emit = (event: TwoWritersEvent) => context.emit(event);
  let nextFlight = 1;
  let stop = new AbortController();

  async function runRaces({ design, races, delays }: DataOf<"RunRaces">, given: AbortSignal): Promise<void> {
    stop = new AbortController();
    await topics.prepare(2 * races);
    const firstFlight = nextFlight;
    nextFlight += races;
    emit({ type: "RacesStarted", data: { design, races, delays, firstFlight } });
    const over = new AbortController();
    const signal = AbortSignal.any([given, stop.signal, over.signal]);
    let reason: RacesEndReason = "failed";
    const deciders: Decider[] = [];
    let deciding: Promise<void>[] = [];
    try {
      if (design === "single-writer")
        for (let partition = 0; partition < writersPartitions; partition++)
          deciders.push(await Decider.start(topics, { partition, instance: 1 }));
      // Where a decider fails, no command gets an answer: the races end with its error.
      deciding = deciders.map((decider) => decider.run(over.signal).catch((error) => over.abort(error)));
      let next = 0;
      const lane = async () => {
        for (let n = next++; n < races; n = next++) {
          const own = { ...delays, gap: gapOf(n, races, delays) };
          const flight = flightOf(firstFlight + n);
          const report = (data: TwoWritersEventData<"AgentStepped">) => emit({ type: "AgentStepped", data });
          await runRace({ topics, design, flight, delays: own, report }, signal);
        }
      };
      const lanes = Array.from({ length: Math.min(races, twoWritersLimits.racesAtOnce) }, () =>
        lane().catch((error) => over.abort(error)),
      );
      await Promise.all(lanes);
      if (!stop.signal.aborted) over.signal.throwIfAborted();
      reason = stop.signal.aborted ? "stopped" : "all";
    } catch (error) {
      given.throwIfAborted();
      throw kafkaRefusal(error);
    } finally {
      over.abort();
      await Promise.all(deciding);
      await Promise.all(deciders.map((decider) => decider.close()));
      await topics.look().catch(() => {});
      emit({ type: "RacesEnded", data: { reason } });
    }
  }

  async function fence(signal: AbortSignal): Promise<void> {
    await topics.prepare(2);
    const flight = flightOf(nextFlight++);
    emit({ type: "SecondDeciderStarted", data: { flight } });
    try {
      await startSecondDecider(topics, flight, (data) => emit({ type: "DeciderStepped", data }), signal);
    } catch (error) {
      signal.throwIfAborted();
      throw kafkaRefusal(error);
    } finally {
      await topics.look().catch(() => {});
    }
  }

  return {
    async handle(command: LabCommand, signal) {
      const { type, data } = command as TwoWritersCommand;
      switch (type) {
        case "RunRaces":
          return runRaces(data, signal);
        case "StopRaces":
          return stop.abort();
        case "StartSecondDecider":
          return fence(signal);
      }
    },
    async reset() {
      stop.abort();
      await topics.remove();
      nextFlight = 1;
    },
    async close() {
      stop.abort();
      await topics.close();
    },
  };
}

type TwoWritersEventData<Type extends TwoWritersEvent["type"]> = Extract<
  TwoWritersEvent,
  { type: Type }
>["data"];
