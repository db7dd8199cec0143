import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { useStore } from "../../ui/use-store.ts";
import { RaceForm } from "./race-form.tsx";
import { RaceView } from "./race-view.tsx";
import { ResultsTable } from "./results-table.tsx";
import { SecondDecider } from "./second-decider.tsx";
import css from "./two-writers.css?inline";
import type { TwoWritersStore } from "./two-writers-store.ts";

addStylesheet(css);

/** Races for a seat, what they came to under each design, and two instances of a decider. */
export function TwoWritersPanel({ lab }: { lab: TwoWritersStore }) {
  const { topics, races, results, deciders } = useStore(lab.$screen, ({ state }) => state);
  return (
    <div className="lab-sections writers-lab">
      <RaceForm lab={lab} races={races} />
      {races && <RaceView key={races.firstFlight} races={races} topics={topics} />}
      <ResultsTable results={results} />
      <SecondDecider lab={lab} deciders={deciders} topics={topics} />
    </div>
  );
}
