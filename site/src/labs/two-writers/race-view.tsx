import { useState } from "react";
import type { TopicLogs } from "../../../../engine/labs/topics/topic-logs.ts";
import { flightsOf, type Races } from "../../../../engine/labs/two-writers/evolve.ts";
import { foldSeats } from "../../../../engine/labs/two-writers/seats.ts";
import { shownTopics } from "../../../../engine/labs/two-writers/topic-names.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import { describeStep } from "./describe-step.ts";
import { RaceChart } from "./race-chart.tsx";
import { RecordTable } from "./record-table.tsx";

/** One of the last races: what the agents did, and the records with the state after each. */
export function RaceView({ races, topics }: { races: Races; topics: TopicLogs }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const flights = flightsOf(races);
  const flight = chosen ?? firstDouble(flights, topics) ?? (flights[0] as string);
  const steps = races.steps.filter((step) => step.flight === flight);
  return (
    <section aria-labelledby="writers-one">
      <h2 id="writers-one">{words.oneRace(flight)}</h2>
      {flights.length > 1 && (
        <div className="lab-form">
          <label>
            {words.ofFlight}
            <select value={flight} onChange={(event) => setChosen(event.currentTarget.value)}>
              {flights.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
        </div>
      )}
      <p className="lab-soft">{words.shortDesigns[races.design]}</p>
      <RaceChart flight={flight} steps={steps} />
      <ol className="writers-steps">
        {steps.map((step) => (
          <li key={`${step.agent} ${step.what}`}>
            {words.told(words.agents[step.agent], describeStep(step), step.ms)}
          </li>
        ))}
      </ol>
      <RecordTable topics={topics} flight={flight} title={words.records} lead={words.recordsLead} />
    </section>
  );
}

/** A flight whose seat two agents have. */
function firstDouble(flights: string[], topics: TopicLogs): string | undefined {
  const seats = foldSeats(topics[shownTopics.bookings]?.records ?? []);
  const doubles = new Set(
    Object.entries(seats).flatMap(([name, { holders }]) => (holders.length > 1 ? [name.split(" ")[0]] : [])),
  );
  return flights.find((flight) => doubles.has(flight));
}
