import { useState } from "react";
import { measuredCounts, type ReplayedCode } from "../../../../engine/labs/replay-cost/commands.ts";
import type { Measurement } from "../../../../engine/labs/replay-cost/evolve.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { number } from "../../../../language/numbers.ts";
import { useStore } from "../../ui/use-store.ts";
import { IntervalTable } from "./interval-table.tsx";
import { MeasuredFormula } from "./measured-formula.tsx";
import { ask, type ReplayCostStore } from "./replay-cost-store.ts";
import { IntervalPlot, RestartPlot } from "./replay-plots.tsx";

/** How long a replay takes, measured in this browser, with and without snapshots. */
export function MeasureSection({ lab, code }: { lab: ReplayCostStore; code: ReplayedCode }) {
  const measurement = useStore(lab.$screen, ({ state }) => state.measurement);
  const isMeasuring = useStore(lab.$underWay, (types) => types.includes("MeasureReplay"));
  const [count, setCount] = useState(measuredCounts[2] ?? 100_000);
  // Another exercise's own log has another length.
  const length = measuredCounts.includes(count) ? count : code.records.length;
  return (
    <section aria-labelledby="replay-measure">
      <h2 id="replay-measure">{words.measure}</h2>
      <p className="lab-lead">{words.measureLead}</p>
      <div className="lab-form">
        <label>
          {words.records}
          <select value={length} onChange={({ target }) => setCount(Number(target.value))}>
            <option value={code.records.length}>{words.ownLog(code.records.length)}</option>
            {measuredCounts.map((each) => (
              <option key={each} value={each}>
                {number(each)}
              </option>
            ))}
          </select>
        </label>
        {isMeasuring ? (
          <button type="button" className="action quiet" onClick={() => ask(lab, { type: "Stop", data: {} })}>
            {words.stop}
          </button>
        ) : (
          <button
            type="button"
            className="action"
            onClick={() => ask(lab, { type: "MeasureReplay", data: { code, count: length } })}
          >
            {words.start}
          </button>
        )}
      </div>
      {measurement && <Progress measurement={measurement} />}
      {measurement && measurement.points.length > 1 && <Figures measurement={measurement} />}
    </section>
  );
}

function Progress({ measurement }: { measurement: Measurement }) {
  const { pass, points, count, ended } = measurement;
  const done = pass?.records ?? points.at(-1)?.records ?? 0;
  if (ended)
    return (
      <p role="status">
        {words.ended[ended.reason]} {ended.message}
      </p>
    );
  return (
    <div className="replay-progress">
      <progress aria-label={words.progress} max={count} value={done} />
      <span>{pass ? words.folded(pass.interval, done, count) : words.folding(done, count)}</span>
    </div>
  );
}

function Figures({ measurement }: { measurement: Measurement }) {
  const { exercise, reducerVersion, intervals } = measurement;
  return (
    <>
      <p className="lab-soft">{words.measuredFor(exercise, reducerVersion)}</p>
      <RestartPlot measurement={measurement} />
      <MeasuredFormula measurement={measurement} />
      {intervals.length > 0 && (
        <>
          {intervals.length > 1 && <IntervalPlot intervals={intervals} />}
          {intervals.some(({ agrees }) => !agrees) && <p className="bad">{words.disagrees}</p>}
          <IntervalTable intervals={intervals} />
          <p className="lab-soft">{words.notCounted}</p>
        </>
      )}
    </>
  );
}
