import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { overview } from "../../language/english/lane.ts";
import type { CardSource } from "./card-source.ts";
import type { ColourBy } from "./lane-card.ts";
import { type OverviewMark, overviewSegments, placeUnder, thumbOf } from "./overview-segments.ts";
import type { useScrollPosition } from "./use-scroll-position.ts";
import { cardPitch, tapeWidth } from "./visible-cards.ts";

export interface OverviewProps {
  source: CardSource;
  /** Index of the card folded last, -1 before the first. */
  current: number;
  colourBy: ColourBy;
  /** Places to be marked beside those that the cards mark themselves. */
  marks?: readonly OverviewMark[] | undefined;
  standing: ReturnType<typeof useScrollPosition>;
}

/** As narrow as a finger can still take it, in pixels; the style sheet draws to the same measure. */
const leastThumb = 24;

/** How many parts of the tape are told apart. */
const parts = 240;

/**
 * All of a tape on one strip: what lies where by colour, the marks, and the part in sight as a thumb. The thumb is
 * dragged, moved by keys, or put by a tap anywhere on the strip.
 */
export function Overview({ source, current, colourBy, marks = [], standing }: OverviewProps) {
  const { count } = source;
  const track = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ place: 0, width: 1 });
  const [arrived, again] = useReducer((n: number) => n + 1, 0);
  const tape = tapeWidth(count);
  const { seek, watch } = standing;

  useEffect(() => {
    let frame = 0;
    const stop = watch((place, width) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setSeen({ place, width }));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [count]);
  useEffect(() => source.watch?.(again), [source]);

  const strip = useMemo(() => overviewSegments(source, parts, colourBy), [source, colourBy, arrived]);
  const thumb = thumbOf(seen.place, seen.width, tape);
  const first = Math.max(1, Math.min(count, Math.round(seen.place / cardPitch)));
  const last = Math.max(first, Math.min(count, Math.floor((seen.place + seen.width) / cardPitch) - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    const screen = Math.max(cardPitch, seen.width - cardPitch);
    const way = {
      ArrowLeft: -screen,
      ArrowDown: -screen,
      ArrowRight: screen,
      ArrowUp: screen,
      PageUp: -tape / 20,
      PageDown: tape / 20,
      Home: -tape,
      End: tape,
    }[event.key];
    if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    seek(seen.place + way);
  };
  const follow = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box) seek(placeUnder((event.clientX - box.left) / box.width, seen.width, tape));
  };

  return (
    <div
      className="lane-overview"
      ref={track}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      <Density strip={strip.parts} />
      {[...strip.marks, ...marks].slice(0, 400).map(({ index, mark }) => (
        <span
          key={`${mark}-${index}`}
          className={`lane-overview-mark ${mark}`}
          title={overview.marks[mark]}
          style={{ left: `${((index + 1.5) * cardPitch * 100) / tape}%` }}
        />
      ))}
      {current >= 0 && (
        <span
          className="lane-overview-now"
          style={{ left: `${((current + 1.5) * cardPitch * 100) / tape}%` }}
        />
      )}
      <div
        className="lane-overview-thumb"
        role="slider"
        tabIndex={0}
        aria-label={overview.label}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={first}
        aria-valuetext={overview.inSight(first, last, count)}
        style={{ left: `min(${thumb.left * 100}%, 100% - ${leastThumb}px)`, width: `${thumb.width * 100}%` }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** One column for each part: its colours stand on one another, each as high as its share. */
function Density({ strip }: { strip: ReturnType<typeof overviewSegments>["parts"] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, themeChanged] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const chosen = new MutationObserver(themeChanged);
    dark.addEventListener("change", themeChanged);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ["data-choice"] });
    return () => {
      dark.removeEventListener("change", themeChanged);
      chosen.disconnect();
    };
  }, []);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext("2d");
    if (!element || !pen) return;
    pen.clearRect(0, 0, element.width, element.height);
    const colours = paints(element);
    for (const [x, { counts, looked }] of strip.entries()) {
      let from = element.height;
      for (const [colour, n] of counts.entries()) {
        if (n === 0) continue;
        const height = (n * element.height) / looked;
        pen.fillStyle = colours[colour] ?? "";
        pen.fillRect(x, from - height, 1, height);
        from -= height;
      }
    }
  }, [strip, theme]);
  return <canvas ref={canvas} className="lane-overview-density" width={parts} height={24} />;
}

/** The event colours as the page has them now: a canvas knows no custom properties. */
function paints(element: HTMLElement): string[] {
  const probe = document.createElement("i");
  element.parentElement?.append(probe);
  const found = Array.from({ length: 8 }, (_, i) => {
    probe.style.color = `var(--event-${i + 1})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return found;
}
