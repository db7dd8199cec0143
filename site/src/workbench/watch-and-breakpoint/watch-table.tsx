import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { showHidden } from "../../../../engine/fold/hidden-characters.ts";
import { watch as words } from "../../../../language/english/watch-expressions.ts";
import type { WatchedStep } from "./watch-results.ts";
import { formatWatched, isError } from "./watch-series.ts";

interface WatchTableProps {
  expressions: string[];
  steps: WatchedStep[];
  /** Index among the steps of the one under the cursor, -1 before the first. */
  current: number;
  placeOf(index: number): string;
  go(index: number): void;
}

/** Height of a row in pixels; the style sheet draws to the same measure. */
const rowHeight = 28;
/** Rows drawn beyond what is seen, on each side. */
const margin = 6;

/** What every expression gave after every step, only the rows in sight drawn. Arrow keys step. */
export function WatchTable({ expressions, steps, current, placeOf, go }: WatchTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 300 });
  const [followFocus, setFollowFocus] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setView(viewOf(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element || current < 0) return;
    const top = current * rowHeight;
    // The head stays on top of the rows.
    const room = element.clientHeight - 2 * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  }, [current]);
  useEffect(() => {
    if (followFocus > 0)
      box.current?.querySelector<HTMLElement>("[data-now]")?.focus({ preventScroll: true });
  }, [followFocus]);

  const from = Math.max(0, Math.floor(view.top / rowHeight) - margin);
  const to = Math.min(steps.length, Math.ceil((view.top + view.height) / rowHeight) + margin);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: steps.length - 1 }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(Math.max(0, Math.min(steps.length - 1, next)));
    setFollowFocus((count) => count + 1);
  };
  // One row is in the order of Tab: that of the cursor, or the first in sight.
  const stop = current >= from && current < to ? current : from;
  return (
    <div className="wb-steps" ref={box} onScroll={(event) => setView(viewOf(event.currentTarget))}>
      <table aria-label={words.table} aria-rowcount={steps.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{words.step}</th>
            {expressions.map((text) => (
              <th key={text} scope="col">
                <code>{showHidden(text)}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          <Gap rows={from} />
          {steps.slice(from, to).map(({ watched }, i) => {
            const index = from + i;
            const isNow = index === current;
            return (
              <tr key={index} className={isNow ? "now" : undefined} aria-rowindex={index + 2}>
                <th scope="row">
                  <button
                    type="button"
                    className="wb-link"
                    tabIndex={index === stop ? 0 : -1}
                    aria-current={isNow ? "step" : undefined}
                    data-now={isNow ? "" : undefined}
                    onClick={() => go(index)}
                  >
                    {placeOf(index)}
                  </button>
                </th>
                {expressions.map((text, column) => (
                  <td key={text} className={isError(watched[column]) ? "error" : undefined}>
                    {formatWatched(watched[column])}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap rows={steps.length - to} />
        </tbody>
      </table>
    </div>
  );
}

const viewOf = (element: HTMLElement) => ({ top: element.scrollTop, height: element.clientHeight });

/** The room of rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  return rows > 0 ? <tr style={{ height: rows * rowHeight }} /> : null;
}
