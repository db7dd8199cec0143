import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from "react";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import { lateStyle } from "../late-style.ts";
import type { Exercise } from "../payload.ts";
import { Words } from "../words.tsx";
import type { Laid, Row } from "./laid.ts";
import { RowView } from "./row-view.tsx";
import { StatePair } from "./state-pair.tsx";
import css from "./two-folds.css?inline";

lateStyle(css);

export interface TwoFoldsProps {
  laid: Laid;
  /** Where they part, in words. */
  told: string;
  view: Exercise["view"];
  /** The row whose states are shown, -1 before the first. */
  row: number;
  go(row: number): void;
  /** What can be done with a row, below the rows. */
  tools?: ReactNode;
  /** What a row carries besides, such as being dragged, and what keys do there before they step. */
  rowOf?(row: Row): HTMLAttributes<HTMLLIElement> & { "data-piece"?: number };
  keysOf?(event: KeyboardEvent, row: Row): boolean;
  rows?: RefObject<HTMLOListElement | null>;
  grip?: boolean;
  /** Both fold the same records: one lane is enough. */
  isOneLog?: boolean;
}

/** Two folds side by side: their records row by row, and the states of both at one row. Arrow keys step. */
export function TwoFolds(props: TwoFoldsProps) {
  const { laid, told, view, row: current, go, tools, rowOf, keysOf, grip, isOneLog = false } = props;
  const own = useRef<HTMLOListElement>(null);
  const list = props.rows ?? own;
  /** Set by a key: the row that it leads to gets the focus. */
  const follows = useRef(false);
  const here = () => list.current?.querySelector<HTMLElement>(`[data-row="${current}"]`);
  useEffect(() => {
    if (follows.current) here()?.focus({ preventScroll: true });
    if (follows.current) here()?.scrollIntoView({ block: "nearest" });
    follows.current = false;
  });
  // Other folds open where they part: that row is brought into sight within the tab, and the page stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts on other folds, not on each step
  useEffect(() => bringIntoSight(here()), [laid]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = laid.rows[current];
    if (row && keysOf?.(event, row)) {
      follows.current = true;
      return event.preventDefault();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = laid.rows.length - 1;
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: -1, End: last }[event.key];
    if (to === undefined || !(event.target instanceof Element && event.target.hasAttribute("data-row")))
      return;
    event.preventDefault();
    follows.current = true;
    go(Math.max(-1, Math.min(last, to)));
  };
  const at = (row: number) => ({
    "data-row": row,
    tabIndex: row === current ? 0 : -1,
    "aria-current": row === current ? ("step" as const) : undefined,
    onClick: () => go(row),
  });
  return (
    <div className="tf">
      <p className="wb-verdict tf-told">
        <Words text={told} />
      </p>
      <div className={`tf-sides${isOneLog ? " one-log" : ""}`}>
        <div className="tf-lanes">
          {!isOneLog && (
            <p className="tf-names" aria-hidden="true">
              <span>{laid.one.name}</span>
              <span>{laid.other.name}</span>
              <span />
            </p>
          )}
          <ol
            className={`tf-rows${grip ? " with-grip" : ""}`}
            ref={list}
            aria-label={twoFoldsWords.lanes(laid.one.name, laid.other.name)}
            onKeyDown={onKeyDown}
          >
            <li>
              <button type="button" className="tf-row start" {...at(-1)}>
                {twoFoldsWords.start}
              </button>
            </li>
            {laid.rows.map((row, place) => {
              const { className = "", ...more } = rowOf?.(row) ?? {};
              return (
                <li key={row.id} className={className} {...more}>
                  {grip && (
                    <span className={`wb-grip${"data-piece" in more ? "" : " none"}`} aria-hidden="true">
                      {"data-piece" in more ? "⠿" : ""}
                    </span>
                  )}
                  <button
                    type="button"
                    className={`tf-row ${row.kind}${place === laid.parting ? " parting" : ""}`}
                    {...at(place)}
                  >
                    <RowView laid={laid} row={row} isOneLog={isOneLog} />
                  </button>
                </li>
              );
            })}
          </ol>
        </div>
        <StatePair laid={laid} row={current} view={view} />
      </div>
      {tools}
    </div>
  );
}

/** Scrolls the tab that holds it, if it lies outside of what is seen of the tab. */
function bringIntoSight(row: HTMLElement | null | undefined): void {
  const panel = row?.closest<HTMLElement>(".wb-tabpanel");
  if (!row || !panel || panel.scrollHeight <= panel.clientHeight) return;
  const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (inner.bottom > outer.bottom || inner.top < outer.top)
    panel.scrollTop += inner.top - outer.top - outer.height / 2;
}
