import { ticks } from "./ticks.ts";

interface Line {
  name: string;
  /** Draws the line: `line-plot.css` has `line-1` to `line-4`. */
  className: string;
  values: number[];
}

interface LinePlotProps {
  title: string;
  xAxis: string;
  yAxis: string;
  /** When each value was seen, in ms. There may be more times than values: the axis then goes on after the lines. */
  times: number[];
  lines: Line[];
}

const left = 48;
const right = 12;
const top = 22;
const width = 480;
const height = 176;
const bottom = 36;

/** Values over time. A value holds until the next one is seen, so the lines are steps. */
export function LinePlot({ title, xAxis, yAxis, times, lines }: LinePlotProps) {
  const [first = 0] = times;
  const seconds = times.map((at) => (at - first) / 1_000);
  const all = lines.flatMap(({ values }) => values);
  const least = Math.min(0, ...all);
  const yTicks = ticks(Math.max(1, ...all) - least).map((value) => value + least);
  const xTicks = ticks(Math.max(1, seconds.at(-1) ?? 1));
  const [yLow, yHigh] = [yTicks[0] ?? 0, yTicks.at(-1) ?? 1];
  const x = (second: number) => left + (second / (xTicks.at(-1) ?? 1)) * (width - left - right);
  const y = (value: number) => top + ((yHigh - value) / (yHigh - yLow)) * (height - top - bottom);
  const way = (values: number[]) =>
    values
      .map((value, n) =>
        n === 0 ? `M${x(seconds[n] ?? 0)} ${y(value)}` : `H${x(seconds[n] ?? 0)} V${y(value)}`,
      )
      .join(" ");
  return (
    <figure className="line-plot">
      <figcaption>
        {lines.map(({ name, className, values }) => (
          <span key={name}>
            <svg viewBox="0 0 24 8" width="24" height="8" aria-hidden="true">
              <path className={className} d="M0 4 H24" />
            </svg>{" "}
            {name}: {values.at(-1)}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <text x={4} y={12} className="plot-axis">
          {yAxis}
        </text>
        {yTicks.map((value) => (
          <g key={value}>
            <path className="plot-grid" d={`M${left} ${y(value)} H${width - right}`} />
            <text x={left - 6} y={y(value) + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {xTicks.map((value) => (
          <text key={value} x={x(value)} y={height - bottom + 16} textAnchor="middle">
            {value}
          </text>
        ))}
        <text x={width - right} y={height - 4} textAnchor="end" className="plot-axis">
          {xAxis} →
        </text>
        {lines.map(({ name, className, values }) => (
          <path key={name} className={className} d={way(values)} />
        ))}
      </svg>
    </figure>
  );
}
