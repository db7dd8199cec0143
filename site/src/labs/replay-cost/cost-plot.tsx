import { ticks } from "../../../../figures/plot/ticks.ts";
import { number } from "../../../../language/numbers.ts";

/** A place on the horizontal axis, from 0 to 1. */
type Place = number;

export interface CostLine {
  name: string;
  /** `line-1` to `line-4` of the plots of the course. */
  className: string;
  points: { at: Place; seconds: number }[];
}

interface CostPlotProps {
  title: string;
  xAxis: string;
  yAxis: string;
  xTicks: { at: Place; label: string }[];
  lines: CostLine[];
}

const left = 64;
const right = 16;
const top = 24;
const width = 480;
const height = 200;
const bottom = 40;

/** Seconds over something that grows. The lines differ in dashes, not by colour alone. */
export function CostPlot({ title, xAxis, yAxis, xTicks, lines }: CostPlotProps) {
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ seconds }) => seconds)), 0.001);
  const yTicks = ticks(most, false);
  const x = (at: Place) => left + at * (width - left - right);
  const y = (seconds: number) => height - bottom - (seconds / (yTicks.at(-1) ?? 1)) * (height - top - bottom);
  return (
    <figure className="line-plot">
      <figcaption>
        {lines.map(({ name, className }) => (
          <span key={name}>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path className={className} d="M0 4 H24" />
            </svg>{" "}
            {name}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <text x={4} y={12} className="plot-axis">
          {yAxis} ↑
        </text>
        {yTicks.map((value) => (
          <g key={value}>
            <path className="plot-grid" d={`M${left} ${y(value)} H${width - right}`} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end">
              {number(Math.round(value * 10_000) / 10_000)}
            </text>
          </g>
        ))}
        {xTicks.map(({ at, label }) => (
          <text key={label} x={x(at)} y={height - bottom + 16} textAnchor={at === 1 ? "end" : "middle"}>
            {label}
          </text>
        ))}
        <text x={width - right} y={height - 6} textAnchor="end" className="plot-axis">
          {xAxis} →
        </text>
        {lines.map(({ name, className, points }) => (
          <path
            key={name}
            className={className}
            d={points.map(({ at, seconds }, n) => `${n === 0 ? "M" : "L"}${x(at)} ${y(seconds)}`).join(" ")}
          />
        ))}
      </svg>
    </figure>
  );
}
