import { ticks } from "../../../../figures/plot/ticks.ts";

interface Line {
  name: string;
  className: string;
  values: number[];
}

interface LinePlotProps {
  title: string;
  xAxis: string;
  yAxis: string;
  /** When each value was seen, in ms. */
  times: number[];
  lines: Line[];
}

const left = 48;
const right = 120;
const top = 22;
const width = 620;
const height = 180;
const bottom = 36;
/** The names at the ends of two lines are so far apart that both can be read. */
const nameApart = 14;

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
  const end = x(seconds.at(-1) ?? 0);
  const names = namePlaces(lines.map(({ values }) => y(values.at(-1) ?? 0)));
  return (
    <svg className="line-plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
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
      {lines.map(({ name, className, values }, n) => (
        <g key={name} className={className}>
          <path d={way(values)} />
          <text x={end + 6} y={(names[n] ?? 0) + 4}>
            {name} {values.at(-1)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Where names can be written beside the ends of lines without covering each other. */
function namePlaces(places: number[]): number[] {
  const order = places.map((place, n) => ({ place, n })).toSorted((a, b) => a.place - b.place);
  const result = [...places];
  let before = Number.NEGATIVE_INFINITY;
  for (const { place, n } of order) {
    before = Math.max(place, before + nameApart);
    result[n] = before;
  }
  return result;
}
