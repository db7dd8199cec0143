import { foldRateWords as words } from "../../language/english/fold-rate.ts";
import { number } from "../../language/numbers.ts";
import { ticks } from "../plot/ticks.ts";
import type { MeasuredFold } from "./use-fold-rate.ts";

const left = 84;
const right = 16;
const top = 24;
const bottom = 40;
const width = 480;
const height = 220;

/** Events folded over the seconds since the start: one line for each fold. `count` is how many events the log has. */
export function FoldRatePlot({ folds, count }: { folds: MeasuredFold[]; count: number }) {
  const seconds = folds.flatMap(({ points }) => points.map(({ milliseconds }) => milliseconds / 1_000));
  const xTicks = ticks(Math.max(0.1, ...seconds), false);
  const yTicks = ticks(count);
  const x = (second: number) => left + (second / (xTicks.at(-1) ?? 1)) * (width - left - right);
  const y = (records: number) => height - bottom - (records / (yTicks.at(-1) ?? 1)) * (height - top - bottom);
  return (
    <figure className="fold-rate-plot">
      <figcaption>
        {folds.map(({ name }, n) => (
          <span key={name}>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path className={`fold-line fold-line-${n}`} d="M0 4 H24" />
            </svg>{" "}
            {name}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.plot(count)}>
        <text x={4} y={12} className="plot-axis">
          {words.yAxis} ↑
        </text>
        {yTicks.map((value) => (
          <g key={value}>
            <path className="plot-grid" d={`M${left} ${y(value)} H${width - right}`} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {xTicks.map((value) => (
          <text key={value} x={x(value)} y={height - bottom + 16} textAnchor="middle">
            {number(Math.round(value * 100) / 100)}
          </text>
        ))}
        <text x={width - right} y={height - 4} textAnchor="end" className="plot-axis">
          {words.xAxis} →
        </text>
        {folds.map(({ name, points }, n) => (
          <polyline
            key={name}
            className={`fold-line fold-line-${n}`}
            points={points
              .map(({ records, milliseconds }) => `${x(milliseconds / 1_000)},${y(records)}`)
              .join(" ")}
          />
        ))}
      </svg>
    </figure>
  );
}
