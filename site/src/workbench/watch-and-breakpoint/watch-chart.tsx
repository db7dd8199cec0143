import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import type { Watched } from "../../../../engine/fold/trace.ts";
import { watch as words } from "../../../../language/english/watch-expressions.ts";
import { formatWatched, numbersOf, type StepRange, stepLine, stretchesOf } from "./watch-series.ts";

export interface WatchChartProps {
  expression: string;
  series: Watched[];
  /** Index among the series of the step under the cursor, -1 before the first. */
  current: number;
  /** Id of the chart's account in words. */
  describedBy: string;
  placeOf(index: number): string;
  go(index: number): void;
}

const width = 600;
const height = 32;

/** The course of one expression over all steps: a step line of numbers, a strip of any other values. Keys and pointer move the cursor. */
export function WatchChart({ expression, series, current, describedBy, placeOf, go }: WatchChartProps) {
  const numbers = useMemo(() => numbersOf(series), [series]);
  const last = series.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: current + 1,
      ArrowUp: current + 1,
      ArrowLeft: current - 1,
      ArrowDown: current - 1,
      Home: -1,
      End: last,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(Math.max(-1, Math.min(last, to)));
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const to = Math.floor(((event.clientX - left) / width) * series.length);
    go(Math.max(0, Math.min(last, to)));
  };
  const place = current < 0 ? words.start : words.at(placeOf(current), formatWatched(series[current]));
  return (
    <div
      className="wb-chart"
      role="slider"
      tabIndex={0}
      aria-label={words.chart(showHidden(expression))}
      aria-describedby={describedBy}
      aria-valuemin={-1}
      aria-valuemax={last}
      aria-valuenow={current}
      aria-valuetext={place}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && point(event)}
    >
      {numbers ? (
        <svg viewBox={`0 -2 ${width} ${height + 4}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={stepLine(numbers, width, height)} />
        </svg>
      ) : (
        <Strip series={series} />
      )}
      {current >= 0 && (
        <span
          className="wb-chart-now"
          style={{ insetInlineStart: `${((current + 0.5) / series.length) * 100}%` }}
        />
      )}
    </div>
  );
}

/** More pieces than this would be too narrow to see. */
const mostPieces = 60;

function Strip({ series }: { series: Watched[] }) {
  const pieces = useMemo(() => wide(stretchesOf(series), series.length), [series]);
  return (
    <span className="wb-strip" aria-hidden="true">
      {pieces.map(({ from, length, value, error }, i) => (
        <span
          key={from}
          className={`${i % 2 === 1 ? "odd" : ""}${error ? " error" : ""}`}
          style={{ flexGrow: length }}
          title={value}
        >
          {value}
        </span>
      ))}
    </span>
  );
}

/** Stretches too short to be seen are drawn as one of several values. */
function wide(stretches: StepRange[], steps: number): StepRange[] {
  if (stretches.length <= mostPieces) return stretches;
  const merged: StepRange[] = [];
  for (const stretch of stretches) {
    const last = merged.at(-1);
    if (last && last.length < steps / mostPieces) {
      last.length += stretch.length;
      last.value = words.several;
      last.error &&= stretch.error;
    } else merged.push({ ...stretch });
  }
  return merged;
}
