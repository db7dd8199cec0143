import type { removedOfHundred } from "./shop-log.ts";

const left = 84;
const right = 40;
const top = 24;
const row = 26;
const width = 480;
const x = (share: number) => left + (share / 100) * (width - left - right);

/** A bar for each item: how many of a hundred additions were taken out again. */
export function RemovalsPlot({ shares }: { shares: ReturnType<typeof removedOfHundred> }) {
  const end = top + shares.length * row;
  return (
    <svg
      className="removals-plot"
      viewBox={`0 0 ${width} ${end + 40}`}
      role="img"
      aria-label={`Taken out again, of 100 additions: ${shares.map(({ sku, share }) => `${sku} ${share}`).join(", ")}.`}
    >
      <text x={4} y={12} className="plot-axis">
        item ↓
      </text>
      {[0, 25, 50, 75, 100].map((share) => (
        <g key={share}>
          <path className="plot-grid" d={`M${x(share)} ${top - 4} V${end}`} />
          <text x={x(share)} y={end + 16} textAnchor="middle">
            {share}
          </text>
        </g>
      ))}
      {shares.map(({ sku, share }, n) => (
        <g key={sku}>
          <text x={left - 8} y={top + n * row + 15} textAnchor="end">
            {sku}
          </text>
          <rect x={x(0)} y={top + n * row + 3} width={x(share) - x(0)} height={row - 8} />
          <text className="removals-value" x={x(share) + 6} y={top + n * row + 15}>
            {share}
          </text>
        </g>
      ))}
      <text x={width - right} y={end + 34} textAnchor="end" className="plot-axis">
        taken out again, of 100 additions →
      </text>
    </svg>
  );
}
