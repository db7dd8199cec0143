import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LaneCard } from "./card.ts";
import { Card } from "./card-view.tsx";
import { cardPitch, scrollFor, windowOf } from "./window.ts";
import "./lane.css";

export interface LogLaneProps {
  /** Names the tape for a screen reader, such as `Records of course.carts`. */
  label: string;
  /** One row each, top to bottom. */
  lanes: string[];
  /** In the order in which they are folded; a card's place on the tape is its index. */
  cards: LaneCard[];
  /** Index of the card folded last, -1 before the first. */
  current: number;
  /** What stands before the first card; `initialState()` unless the fold begins otherwise. */
  beginning?: string;
  onPick(index: number): void;
  /** The card under pointer or focus, null when there is none. */
  onPoint?(index: number | null): void;
}

/** Width of the column with the lanes' names, in pixels, where there is more than one lane. */
const namesWidth = 84;

// The layout effect has to run before the browser paints; on the server there is nothing to lay out.
const useBrowserLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** The tape: records as cards, one lane for each partition, only those in sight drawn. Arrow keys step. */
export function LogLane(props: LogLaneProps) {
  const { label, lanes, cards, current, beginning = "initialState()", onPick, onPoint } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ left: 0, width: 1200 });
  const gutter = lanes.length > 1 ? namesWidth : 0;
  const [followFocus, setFollowFocus] = useState(0);

  useBrowserLayout(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setView({ left: element.scrollLeft, width: element.clientWidth });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // The start marker takes the place of card 0, so a card lies one pitch further right.
    const to = scrollFor(current + 1, element.scrollLeft, element.clientWidth - gutter);
    if (to !== null) element.scrollTo({ left: to, behavior: "auto" });
  }, [current, gutter]);

  useEffect(() => {
    if (followFocus > 0)
      scroller.current?.querySelector<HTMLElement>("[data-current]")?.focus({ preventScroll: true });
  }, [followFocus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(event.key, current, cards.length);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onPick(to);
    setFollowFocus((n) => n + 1);
  };

  const { from, to } = windowOf(view.left - cardPitch, view.width, cards.length);
  const shown = cards.slice(from, to).map((card, i) => ({ card, index: from + i }));
  // The current card is always there, so that the keyboard has a place to stand.
  const here = cards[current];
  if (here && (current < from || current >= to)) shown.push({ card: here, index: current });

  return (
    <div
      className="lane"
      ref={scroller}
      onScroll={(event) =>
        setView({ left: event.currentTarget.scrollLeft, width: event.currentTarget.clientWidth })
      }
    >
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
        style={{ width: (cards.length + 1) * cardPitch, ["--lanes" as string]: lanes.length }}
        onKeyDown={onKeyDown}
      >
        <li className="lane-place" style={{ left: 0 }} aria-setsize={cards.length + 1} aria-posinset={1}>
          <button
            type="button"
            className="lane-start"
            tabIndex={current === -1 ? 0 : -1}
            aria-current={current === -1 ? "step" : undefined}
            data-current={current === -1 ? "" : undefined}
            onClick={() => onPick(-1)}
          >
            <span>Start</span>
            <code>{beginning}</code>
          </button>
        </li>
        {shown.map(({ card, index }) => (
          <Card
            key={card.id}
            card={card}
            index={index}
            count={cards.length}
            row={Math.max(0, lanes.indexOf(card.lane))}
            current={current}
            onPick={onPick}
            onPoint={onPoint}
          />
        ))}
      </ol>
    </div>
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
