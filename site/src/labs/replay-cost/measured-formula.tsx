import type { Measurement } from "../../../../engine/labs/replay-cost/evolve.ts";
import { replayRate } from "../../../../engine/labs/replay-cost/replay-rate.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { slowestRestart } from "./slowest-restart.ts";

/** The formula of a replay, and what it says of this measurement beside what was measured. */
export function MeasuredFormula({ measurement: { points, intervals } }: { measurement: Measurement }) {
  const rate = replayRate(points);
  const last = points.at(-1);
  if (!last || rate === 0) return null;
  return (
    <div className="replay-formula">
      <p>
        <b>{words.formula}</b>
      </p>
      <ul>
        <li>{words.wholeFormula(last.records, rate, last.milliseconds)}</li>
        {intervals.map((cost) => {
          const slowest = slowestRestart(cost);
          if (!slowest) return null;
          const predicted = slowest.readMilliseconds + (cost.interval * 1_000) / rate;
          return (
            <li key={cost.interval}>
              {words.restartFormula(cost.interval, slowest.readMilliseconds, predicted, slowest.milliseconds)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
