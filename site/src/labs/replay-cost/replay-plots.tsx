import type { IntervalCost } from "../../../../engine/labs/replay-cost/events.ts";
import type { Measurement } from "../../../../engine/labs/replay-cost/evolve.ts";
import { replayCostWords as words } from "../../../../language/english/replay-cost-lab.ts";
import { number } from "../../../../language/numbers.ts";
import { CostPlot } from "./cost-plot.tsx";
import { slowestRestart } from "./slowest-restart.ts";

/** How long until the state is there again, for logs up to the one that was measured: without snapshots, and with them. */
export function RestartPlot({ measurement: { count, points, intervals } }: { measurement: Measurement }) {
  const lineOf = (line: { records: number; milliseconds: number }[]) =>
    line.map(({ records, milliseconds }) => ({ at: records / count, seconds: milliseconds / 1_000 }));
  return (
    <CostPlot
      title={words.restartPlot(count)}
      xAxis={words.recordsAxis}
      yAxis={words.secondsAxis}
      xTicks={[0, 0.5, 1].map((at) => ({ at, label: number(Math.round(at * count)) }))}
      lines={[
        { name: words.without, className: "line-1", points: lineOf(points) },
        ...intervals.map(({ interval, restarts }, n) => ({
          name: words.every(interval),
          className: `line-${n + 2}`,
          points: lineOf(restarts),
        })),
      ]}
    />
  );
}

/** The two sides of the trade. The intervals are ten times apart, so the axis is logarithmic. */
export function IntervalPlot({ intervals }: { intervals: IntervalCost[] }) {
  const last = Math.max(1, intervals.length - 1);
  const lineOf = (secondsOf: (cost: IntervalCost) => number) =>
    intervals.map((cost, n) => ({ at: n / last, seconds: secondsOf(cost) / 1_000 }));
  return (
    <CostPlot
      title={words.intervalPlot}
      xAxis={words.intervalAxis}
      yAxis={words.costAxis}
      xTicks={intervals.map(({ interval }, n) => ({ at: n / last, label: number(interval) }))}
      lines={[
        {
          name: words.slowestRestart,
          className: "line-1",
          points: lineOf((cost) => slowestRestart(cost)?.milliseconds ?? 0),
        },
        {
          name: words.writingAll,
          className: "line-2",
          points: lineOf(({ writeMilliseconds }) => writeMilliseconds),
        },
      ]}
    />
  );
}
