import type { CleanUp } from "../../../engine/labs/retention-and-compaction/log-over-days.ts";
import { ticks } from "../../../figures/plot/ticks.ts";
import { heldDays, lastDay } from "./stock.ts";

const size = { width: 480, height: 190, left: 40, right: 12, top: 22, bottom: 36 };
const days = Array.from({ length: lastDay + 1 }, (_, day) => day);
const yTicks = ticks(lastDay + 1);
const x = (day: number) => size.left + (day / lastDay) * (size.width - size.left - size.right);
const y = (count: number) =>
  size.height - size.bottom - (count / (yTicks.at(-1) ?? 1)) * (size.height - size.top - size.bottom);
/** A count holds until the next day's record, so the lines are steps. */
const steps = (counts: number[]) =>
  counts.map((count, day) => (day === 0 ? `M${x(0)} ${y(count)}` : `H${x(day)} V${y(count)}`)).join(" ");

/** Records by day: how many were appended, and how many a new reader gets with these settings. */
export function RecordsPlot({ today, cleanUp }: { today: number; cleanUp: CleanUp }) {
  // Only up to today: what comes is for the reader to find out.
  const past = days.slice(0, today + 1);
  const held = past.map((day) => heldDays(day, cleanUp).length);
  return (
    <figure className="days-plot">
      <figcaption>
        <span className="days-appended">
          <span aria-hidden="true">┄</span> appended: {today + 1}
        </span>{" "}
        <span className="days-held">
          <span aria-hidden="true">━</span> in the log: {held[today]}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={`Records by day: ${today + 1} appended, ${held[today]} in the log on day ${today}`}
      >
        <text x={4} y={12}>
          records
        </text>
        {yTicks.map((count) => (
          <g key={count}>
            <path className="days-grid" d={`M${size.left} ${y(count)} H${size.width - size.right}`} />
            <text x={size.left - 6} y={y(count) + 4} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {days
          .filter((day) => day % 7 === 0)
          .map((day) => (
            <text key={day} x={x(day)} y={size.height - size.bottom + 16} textAnchor="middle">
              {day}
            </text>
          ))}
        <text x={size.width - size.right} y={size.height - 4} textAnchor="end">
          day →
        </text>
        <path className="days-line appended" d={steps(past.map((day) => day + 1))} />
        <path className="days-line held" d={steps(held)} />
        <path className="days-today" d={`M${x(today)} ${size.top} V${size.height - size.bottom}`} />
      </svg>
    </figure>
  );
}
