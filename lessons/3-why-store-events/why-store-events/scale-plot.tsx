import {
  type Design,
  designAt,
  designNames,
  designs,
  needle,
  pushes,
  scaleArguments,
  zoneStarts,
} from "./decision.ts";

const left = 108;
const right = 16;
const width = 480;
const row = 24;
const barsTop = 44;
const barsEnd = barsTop + scaleArguments.length * row;
const scaleTop = barsEnd + 28;
const height = scaleTop + 74;
const zoneNames: Record<Design, string> = { table: "table", outbox: "outbox", events: "events" };
/** Pushes from −50 to 50, and the scale from 0 to 100, on the same axis. */
const x = (place: number) => left + (place / 100) * (width - left - right);
const zoneEnd = (zone: number) => zoneStarts[zone + 1] ?? 100;

/** What each argument adds, and where the needle comes to rest. */
export function ScalePlot({ answers }: { answers: number[] }) {
  const place = needle(answers);
  const all = pushes(answers);
  const told = scaleArguments.map(({ name }, n) => `${name} ${all[n]}`).join(", ");
  return (
    <svg
      className="scale-plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`The needle is at ${place} of 100: ${designNames[designAt(place)]}. Added to 50: ${told}.`}
    >
      <text x={x(50) - 6} y={14} textAnchor="end" className="plot-axis">
        ← points for a table
      </text>
      <text x={x(50) + 6} y={14} className="plot-axis">
        points for events →
      </text>
      {[-50, -25, 0, 25, 50].map((points) => (
        <g key={points}>
          <path className="plot-grid" d={`M${x(points + 50)} ${barsTop - 4} V${barsEnd}`} />
          <text x={x(points + 50)} y={barsTop - 10} textAnchor="middle">
            {Math.abs(points)}
          </text>
        </g>
      ))}
      {scaleArguments.map(({ name }, n) => {
        const push = all[n] ?? 0;
        const y = barsTop + n * row;
        return (
          <g key={name}>
            <text x={left - 8} y={y + 14} textAnchor="end">
              {name}
            </text>
            <rect
              className={push < 0 ? "scale-against" : "scale-for"}
              x={x(50 + Math.min(0, push))}
              y={y + 3}
              width={Math.max(1, x(Math.abs(push)) - x(0))}
              height={row - 8}
            />
          </g>
        );
      })}
      <text x={left - 8} y={scaleTop + 20} textAnchor="end">
        together
      </text>
      {designs.map((design, zone) => (
        <g key={design}>
          <rect
            className="scale-zone"
            x={x(zoneStarts[zone] ?? 0)}
            y={scaleTop}
            width={x(zoneEnd(zone)) - x(zoneStarts[zone] ?? 0)}
            height={30}
          />
          <text
            x={(x(zoneStarts[zone] ?? 0) + x(zoneEnd(zone))) / 2}
            y={scaleTop + 50}
            textAnchor="middle"
            className={design === designAt(place) ? "scale-here" : undefined}
          >
            {zoneNames[design]}
          </text>
        </g>
      ))}
      <path className="scale-needle" d={`M${x(place)} ${scaleTop - 8} V${scaleTop + 34}`} />
      <text x={width - right} y={height - 6} textAnchor="end" className="plot-axis">
        the needle, from 0 to 100 →
      </text>
    </svg>
  );
}
