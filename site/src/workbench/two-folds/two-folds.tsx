import {
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from "react";
import { twoFoldsWords } from "../../../../language/english/two-folds.ts";
import type { Exercise } from "../../exercise/exercise-payload.ts";
import { addStylesheet } from "../../ui/add-stylesheet.ts";
import { InlineCodeText } from "../../ui/inline-code-text.tsx";
import type { AlignedFolds, Row } from "./aligned-folds.ts";
import { RowView } from "./row-view.tsx";
import { StatePair } from "./state-pair.tsx";
import css from "./two-folds.css?inline";

addStylesheet(css);

export interface TwoFoldsProps {
  aligned: AlignedFolds;
  /** Where they part, in words. */
  divergence: string;
  view: Exercise["view"];
  /** The row whose states are shown, -1 before the first. */
  row: number;
  go(row: number): void;
  /** What can be done with a row, above the rows. */
  tools?: ReactNode;
  /** What is said below the rows. */
  note?: string;
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
  const {
    aligned,
    divergence,
    view,
    row: current,
    go,
    tools,
    note,
    rowOf,
    keysOf,
    grip,
    isOneLog = false,
  } = props;
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
  useEffect(() => bringIntoSight(here()), [aligned]);
  const onKeyDown = (event: KeyboardEvent) => {
    const row = aligned.rows[current];
    if (row && keysOf?.(event, row)) {
      follows.current = true;
      return event.preventDefault();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const last = aligned.rows.length - 1;
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
      {tools}
      <p className="wb-verdict tf-divergence">
        <InlineCodeText text={divergence} />
      </p>
      <div className={`tf-sides${isOneLog ? " one-log" : ""}`}>
        <div className="tf-lanes">
          {!isOneLog && (
            <p className="tf-names" aria-hidden="true">
              <span>{aligned.one.name}</span>
              <span>{aligned.other.name}</span>
              <span />
            </p>
          )}
          <ol
            className={`tf-rows${grip ? " with-grip" : ""}`}
            ref={list}
            aria-label={twoFoldsWords.lanes(aligned.one.name, aligned.other.name)}
            onKeyDown={onKeyDown}
          >
            <li>
              <button type="button" className="tf-row start" {...at(-1)}>
                {twoFoldsWords.start}
              </button>
            </li>
            {aligned.rows.map((row, place) => {
              const { className = "", ...more } = rowOf?.(row) ?? {};
              return (
                <li key={row.id} className={className} {...more}>
                  {grip && (
                    <span
                      className={`wb-grip${"data-piece" in more ? "" : " none"}`}
                      data-grip
                      aria-hidden="true"
                    >
                      {"data-piece" in more ? "⠿" : ""}
                    </span>
                  )}
                  <button
                    type="button"
                    className={`tf-row ${row.kind}${place === aligned.divergence ? " divergence" : ""}`}
                    {...at(place)}
                  >
                    <RowView aligned={aligned} row={row} isOneLog={isOneLog} />
                  </button>
                </li>
              );
            })}
          </ol>
          {note && <p className="wb-soft tf-note">{note}</p>}
        </div>
        <StatePair aligned={aligned} row={current} view={view} />
      </div>
    </div>
  );
}

/** Scrolls the rows and the tab that hold it, where it lies outside of what is seen of them. */
function bringIntoSight(row: HTMLElement | null | undefined): void {
  for (const holder of [".tf-sides", ".wb-tabpanel"]) {
    const box = row?.closest<HTMLElement>(holder);
    if (!row || !box || box.scrollHeight <= box.clientHeight) continue;
    const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.bottom > outer.bottom || inner.top < outer.top)
      box.scrollTop += inner.top - outer.top - outer.height / 2;
  }
}
