const left = 52;
const right = 16;
const top = 26;
const bottom = 40;
const width = 480;
const height = 220;
const values = [-500, -250, 0, 250, 500];
/** Room for the five records and two corrections. */
const offsets = [0, 1, 2, 3, 4, 5, 6];

const x = (offset: number) => left + 16 + (offset / 6) * (width - left - right - 32);
const y = (cents: number) => top + ((500 - cents) / 1_000) * (height - top - bottom);
const signed = (cents: number) => String(cents).replace("-", "−");

/** How far a fold is above the right balance after each record, in cents. */
export function AbovePlot({ above, label }: { above: number[]; label: string }) {
  const way = above.map((cents, n) => (n === 0 ? `M${x(0)} ${y(cents)}` : `H${x(n)} V${y(cents)}`)).join(" ");
  return (
    <svg className="above-plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <text x={4} y={12} className="plot-axis">
        cents above the right balance ↑
      </text>
      {values.map((cents) => (
        <g key={cents}>
          <path
            className={cents === 0 ? "plot-right" : "plot-grid"}
            d={`M${left} ${y(cents)} H${width - right}`}
          />
          <text x={left - 6} y={y(cents) + 4} textAnchor="end">
            {signed(cents)}
          </text>
        </g>
      ))}
      {offsets.map((offset) => (
        <text key={offset} x={x(offset)} y={height - bottom + 16} textAnchor="middle">
          {offset}
        </text>
      ))}
      <text x={width - right} y={height - 4} textAnchor="end" className="plot-axis">
        offset of the record →
      </text>
      <path className="above-way" d={way} />
      {above.map((cents, offset) => (
        <g key={offset}>
          <circle cx={x(offset)} cy={y(cents)} r={4} />
          {cents !== above[offset - 1] && (
            <text
              className="above-value"
              x={x(offset)}
              y={y(cents) + (cents < 0 ? 18 : -8)}
              textAnchor="middle"
            >
              {signed(cents)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
