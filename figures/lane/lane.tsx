import { type ComponentType, type KeyboardEvent, useEffect, useReducer, useRef, useState } from "react";
import { lane } from "../../language/english/lane.ts";
import type { CardSource } from "./card-source.ts";
import { Card } from "./card-view.tsx";
import type { ColourBy } from "./lane-card.ts";
import type { OverviewProps } from "./overview.tsx";
import { scrollerWidth } from "./scroll-scale.ts";
import { useScrollPosition } from "./use-scroll-position.ts";
import { cardPitch, scrollFor } from "./visible-cards.ts";
import "./lane.css";

export interface LogLaneProps {
  /** Names the tape for a screen reader, such as `Records of course.carts`. */
  label: string;
  /** In the order in which they are folded; a card's place on the tape is its index. */
  source: CardSource;
  /** Index of the card folded last, -1 before the first. */
  current: number;
  colourBy: ColourBy;
  /** Low cards without the summary. */
  compact?: boolean;
  /** What stands before the first card; `initialState()` unless the fold begins otherwise. */
  beginning?: string;
  /** The strip below a tape too long to be seen at a glance. */
  Overview?: ComponentType<OverviewProps>;
  /** What the overview marks beside the marks of the cards. */
  marks?: OverviewProps["marks"];
  onPick(index: number): void;
  /** The card under pointer or focus, null when there is none. */
  onPoint?(index: number | null): void;
}

/** Width of the column with the lanes' names, in pixels, where there is more than one lane. */
const namesWidth = 84;
/** More cards than these have an overview: the ones before are seen within two turns of the wheel. */
const atAGlance = 20;
/** Steps that are seen to move; a longer way is a jump. */
const nearby = 12;

/** The tape: records as cards, one lane for each partition, only those in sight drawn. Arrow keys step. */
export function LogLane(props: LogLaneProps) {
  const { label, source, current, colourBy, beginning = "initialState()", Overview, onPick, onPoint } = props;
  const { count, lanes } = source;
  const scroller = useRef<HTMLDivElement>(null);
  const gutter = lanes.length > 1 ? namesWidth : 0;
  const standing = useScrollPosition(scroller, count, gutter);
  const { from, to, beyond, width } = standing.view;
  const [followFocus, setFollowFocus] = useState(0);
  const [, drawAgain] = useReducer((n: number) => n + 1, 0);

  useEffect(() => source.watch?.(drawAgain), [source]);
  useEffect(() => source.want?.(from, to), [source, from, to]);

  const { seek, place } = standing;
  // Also where the tape gets another width: a browser forgets how far a hidden one was scrolled.
  useEffect(() => {
    if (width <= gutter) return;
    // The start marker takes the place of card 0, so a card lies one pitch further right.
    const at = current + 1;
    const left = place();
    const next = scrollFor(at, left, width - gutter);
    if (next === null) return;
    const far = Math.abs(next - left) > nearby * cardPitch;
    seek(far ? (at + 0.5) * cardPitch - (width - gutter) / 2 : next);
  }, [current, gutter, label, width]);

  useEffect(() => {
    if (followFocus > 0)
      scroller.current?.querySelector<HTMLElement>("[data-current]")?.focus({ preventScroll: true });
  }, [followFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, current, count);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(next);
    setFollowFocus((n) => n + 1);
  };

  const shown = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  // The current card is always there, so that the keyboard has a place to stand.
  if (current >= 0 && current < count && (current < from || current >= to)) shown.push(current);
  const whole = scrollerWidth(standing.scale);
  /** Where a card is drawn. Far from sight it waits at an end: no browser can place it where it belongs. */
  const leftOf = (index: number) =>
    Math.max(-cardPitch, Math.min((index + 1) * cardPitch - beyond, whole - cardPitch));

  return (
    <>
      <div className={`lane${props.compact ? " compact" : ""}`} ref={scroller} onScroll={standing.onScroll}>
        {lanes.length > 1 && (
          <div className="lane-names" aria-hidden="true" style={{ width: namesWidth }}>
            {lanes.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </div>
        )}
        <ol
          className="lane-cards"
          aria-label={label}
          style={{ width: whole, ["--lanes" as string]: Math.max(1, lanes.length) }}
          onKeyDown={onKeyDown}
        >
          <li className="lane-place" style={{ left: leftOf(-1) }} aria-setsize={count + 1} aria-posinset={1}>
            <button
              type="button"
              className="lane-start"
              tabIndex={current === -1 ? 0 : -1}
              aria-current={current === -1 ? "step" : undefined}
              data-current={current === -1 ? "" : undefined}
              onClick={() => onPick(-1)}
            >
              <span>{lane.start}</span>
              <code>{beginning}</code>
            </button>
          </li>
          {shown.map((index) => {
            const card = source.card(index);
            return (
              <Card
                key={index}
                card={card}
                index={index}
                count={count}
                row={card ? Math.max(0, lanes.indexOf(card.lane)) : 0}
                left={leftOf(index)}
                current={current}
                colourBy={colourBy}
                compact={props.compact}
                onPick={onPick}
                onPoint={onPoint}
              />
            );
          })}
        </ol>
      </div>
      {Overview && count > atAGlance && (
        <div className="lane-overview-place">
          <Overview
            source={source}
            current={current}
            colourBy={colourBy}
            marks={props.marks}
            standing={standing}
          />
        </div>
      )}
    </>
  );
}

/** Where a key leads from the current card; null when the key is not the tape's. */
function target(key: string, current: number, count: number): number | null {
  if (key === "ArrowRight") return Math.min(count - 1, current + 1);
  if (key === "ArrowLeft") return Math.max(-1, current - 1);
  if (key === "Home") return -1;
  if (key === "End") return count - 1;
  return null;
}
