import { useId, useState } from "react";
import {
  type Delays,
  type Design,
  designs,
  expectedShare,
} from "../../../../engine/labs/two-writers/designs.ts";
import type { Races } from "../../../../engine/labs/two-writers/evolve.ts";
import { twoWritersLimits as limits } from "../../../../engine/labs/two-writers/limits.ts";
import { twoWritersWords as words } from "../../../../language/english/two-writers-lab.ts";
import { useStore } from "../../ui/use-store.ts";
import { DelaySlider } from "./delay-slider.tsx";
import type { TwoWritersStore } from "./two-writers-store.ts";

/** Who decides, how late everything is, and the buttons that run races. */
export function RaceForm({ lab, races }: { lab: TwoWritersStore; races: Races | null }) {
  const id = useId();
  const live = useStore(lab.$live);
  const busy = useStore(lab.$underWay, (types) => types.length > 0);
  const [design, setDesign] = useState<Design>("view");
  const [delays, setDelays] = useState<Delays>({ think: 300, lag: 200, gap: 800 });
  const change = (changed: Partial<Delays>) => setDelays({ ...delays, ...changed });
  const runs = races !== null && races.ended === null;
  const run = (count: number) => void lab.send("RunRaces", { design, races: count, delays });
  return (
    <section aria-labelledby="writers-race">
      <h2 id="writers-race">{words.race}</h2>
      <p className="lab-lead">{words.raceLead}</p>
      <fieldset className="writers-designs">
        <legend>{words.design}</legend>
        {designs.map((each) => (
          <label key={each}>
            <input type="radio" name={id} checked={design === each} onChange={() => setDesign(each)} />{" "}
            {words.designs[each]}
          </label>
        ))}
      </fieldset>
      <p className="lab-soft">{words.designSays[design]}</p>
      <fieldset className="writers-delays">
        <legend>{words.delays}</legend>
        <DelaySlider label={words.think} value={delays.think} choose={(think) => change({ think })} />
        <DelaySlider label={words.lag} value={delays.lag} choose={(lag) => change({ lag })} />
        <DelaySlider label={words.gap} value={delays.gap} choose={(gap) => change({ gap })} />
      </fieldset>
      <p className="lab-soft">{words.expected(expectedShare(delays))}</p>
      <p className="writers-actions">
        <button type="button" className="action" disabled={!live || busy || runs} onClick={() => run(1)}>
          {words.runOne}
        </button>
        <button
          type="button"
          className="action quiet"
          disabled={!live || busy || runs}
          onClick={() => run(limits.races)}
        >
          {words.runMany(limits.races)}
        </button>
        <button
          type="button"
          className="action quiet"
          disabled={!live || !runs}
          onClick={() => void lab.send("StopRaces")}
        >
          {words.stop}
        </button>
      </p>
      {races ? <Progress races={races} /> : <p className="lab-soft">{words.noRace}</p>}
    </section>
  );
}

function Progress({ races: { steps, races, ended } }: { races: Races }) {
  const answers = steps.filter(({ what }) => what === "answered").length;
  // Each of the two agents of a race is told something in the end.
  const done = Math.floor(answers / 2);
  return (
    <p className="writers-progress">
      <progress max={races} value={done} aria-label={words.race} />{" "}
      <span role="status">
        {words.progress(done, races)} {ended && words.ended[ended]}
      </span>
    </p>
  );
}
