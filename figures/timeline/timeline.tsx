import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { timelineWords } from "../../language/english/timeline.ts";
import { eventColour, eventSign } from "../event-colours.ts";
import { markPositions, positionOfTime } from "./mark-positions.ts";
import "./timeline.css";

export interface TimelineEvent {
  /** Milliseconds since 1970; the events are given in this order. */
  at: number;
  /** As it is shown, such as "09:02". */
  time: string;
  type: string;
  /** What it says, such as "t-shirt 2". */
  words: string;
}

/** A moment that is no event of this log, such as a call to the help desk. */
export interface Moment {
  at: number;
  words: string;
}

export interface TimelineProps {
  /** Names the timeline for a screen reader. */
  label: string;
  events: TimelineEvent[];
  /** Index of the event that is marked, -1 before the first. */
  current: number;
  moments?: Moment[];
  onPick(index: number): void;
}

/** The closest two marks may stand, as a share of the axis: 24 pixels on the narrowest screen. */
const closest = 1 / 11;

/** Events on the axis of their own time, one of them marked; those after it are still to come. Arrow keys step. */
export function Timeline({ label, events, current, moments = [], onPick }: TimelineProps) {
  const times = events.map(({ at }) => at);
  const places = markPositions(times, closest);
  const list = useRef<HTMLOListElement>(null);
  const followFocus = useRef(false);
  useEffect(() => {
    if (followFocus.current) list.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
    followFocus.current = false;
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = events.length - 1;
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    followFocus.current = true;
    onPick(Math.max(0, Math.min(last, to)));
  };
  return (
    <div className="timeline">
      <ol aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {events.map((event, index) => (
          <li key={`${event.at} ${index}`} style={{ left: percent(places[index]) }}>
            <Mark
              event={event}
              is={index === current ? "now" : index < current ? "past" : "ahead"}
              tabbable={index === Math.max(0, current)}
              pick={() => onPick(index)}
            />
          </li>
        ))}
      </ol>
      <svg className="timeline-axis" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 20 H1000" />
        {events.map(({ at }, index) => (
          <path
            key={`${at} ${places[index]}`}
            className={index > current ? "untold" : undefined}
            d={`M${(places[index] ?? 0) * 1000} 0 L${positionOfTime(at, times) * 1000} 20`}
          />
        ))}
      </svg>
      <p className="timeline-hours">
        <span>{events[0]?.time}</span>
        {moments.map(({ at, words }) => (
          <span
            key={at}
            className="timeline-moment"
            style={{ left: `calc(12px + (100% - 24px) * ${positionOfTime(at, times)})` }}
          >
            {words}
          </span>
        ))}
        <span>{events.at(-1)?.time}</span>
      </p>
    </div>
  );
}

const percent = (place: number | undefined) => `${(place ?? 0) * 100}%`;

interface MarkProps {
  event: TimelineEvent;
  is: "past" | "now" | "ahead";
  tabbable: boolean;
  pick(): void;
}

function Mark({ event: { time, type, words }, is, tabbable, pick }: MarkProps) {
  const says = timelineWords.event(time, type, words);
  return (
    <button
      type="button"
      className={is}
      tabIndex={tabbable ? 0 : -1}
      aria-current={is === "now" ? "step" : undefined}
      aria-label={is === "ahead" ? timelineWords.toCome(says) : says}
      title={says}
      style={{ "--event": eventColour(type) } as CSSProperties}
      onClick={pick}
    >
      <span aria-hidden="true">{eventSign(type)}</span>
      {is === "now" && (
        <span className="timeline-time" aria-hidden="true">
          {time}
        </span>
      )}
    </button>
  );
}
