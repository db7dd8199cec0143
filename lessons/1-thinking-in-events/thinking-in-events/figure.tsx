import { useEffect, useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { AppendOnlyLog } from "../../../figures/log-and-table/append-only-log.tsx";
import { StepSlider } from "../../../figures/step-slider/step-slider.tsx";
import { Timeline } from "../../../figures/timeline/timeline.tsx";
import { StateTable } from "../../../figures/views/table-view.tsx";
import { tablesIn } from "../../../figures/views/tables-of-state.ts";
import { logLines, narration, onTheClock } from "./narration.ts";
import { OtherEvenings } from "./other-evenings.tsx";
import { rideAfter, rideEvents } from "./ride-events.ts";
import { StepsTable } from "./steps-table.tsx";
import "./figure.css";

const last = rideEvents.length - 1;
/** Milliseconds from one record to the next while the state is computed again: slow enough to see each one. */
const pace = 600;

/** Ana's evening as a log and as a state. One of the two is deleted, and the reader tries to get it back. */
export default function DeleteOneOfTheTwo() {
  const [offset, setOffset] = useState(-1);
  const [lost, setLost] = useState<"log" | "state" | null>(null);
  const [searched, setSearched] = useState(false);
  const [computing, setComputing] = useState(false);
  useEffect(() => {
    if (!computing) return;
    const timer = setTimeout(() => (offset < last ? setOffset(offset + 1) : setComputing(false)), pace);
    return () => clearTimeout(timer);
  }, [computing, offset]);
  const go = (to: number) => {
    setComputing(false);
    setOffset(Math.max(-1, Math.min(to, last)));
  };
  const lose = (what: "log" | "state" | null) => {
    go(last);
    setLost(what);
    setSearched(false);
  };
  const computeAgain = () => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    setLost(null);
    setOffset(still ? last : -1);
    setComputing(!still);
  };
  const events = rideEvents.slice(0, offset + 1);
  const says = computing ? "Going through the log again, from a new ride on …" : narration(events);
  return (
    <div className="ride-figure">
      <div className={lost === null ? undefined : "ride-hidden"}>
        <Timeline label="Ana’s evening on the clock" events={onTheClock} current={offset} onPick={go} />
        <StepSlider
          label="How much of the evening has happened"
          count={rideEvents.length}
          offset={offset}
          narration={says}
          onMove={go}
        />
      </div>
      <div className="ride-panes">
        <section aria-labelledby="ride-log">
          <h3 id="ride-log">The log</h3>
          {lost === "log" ? (
            <Lost what="The log" from="the state" onTry={() => setSearched(true)} />
          ) : (
            <AppendOnlyLog label="Records of ride-7" records={logLines} written={offset + 1} />
          )}
        </section>
        <section aria-labelledby="ride-state">
          <h3 id="ride-state">The state</h3>
          {lost === "state" ? (
            <Lost what="The state" from="the log" onTry={computeAgain} />
          ) : (
            tablesIn(rideAfter(events), rideAfter(events.slice(0, -1))).map((table) => (
              <StateTable key={table.path} table={table} caption="ride-7" />
            ))
          )}
        </section>
      </div>
      <div aria-live="polite">{searched && <OtherEvenings />}</div>
      <GuessQuestion
        ask="Suppose that one of the two is deleted. Which one can you compute again from the other?"
        options={["the state", "the log", "both", "neither"]}
        right={["the state"]}
        reason="The state can be computed again from the log. The log cannot be computed from the state. See for yourself: delete the one, and then the other."
      >
        <div className="ride-delete">
          <button type="button" className="figure-button" onClick={() => lose("state")}>
            Delete the state
          </button>
          <button type="button" className="figure-button" onClick={() => lose("log")}>
            Delete the log
          </button>
          {lost !== null && (
            <button type="button" className="figure-button" onClick={() => lose(null)}>
              Bring it back from a backup
            </button>
          )}
        </div>
      </GuessQuestion>
      <StepsTable />
    </div>
  );
}

/** The place of what was deleted, and the one thing that can be tried. */
function Lost({ what, from, onTry }: { what: string; from: string; onTry(): void }) {
  return (
    <div className="ride-lost">
      <p>{what} is deleted.</p>
      <button type="button" className="figure-button lit" onClick={onTry}>
        Compute it again from {from}
      </button>
    </div>
  );
}
