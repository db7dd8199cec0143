import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  placeOf,
  type ScrollPosition,
  type ScrollScale,
  scrolledTo,
  standAt,
  toScroller,
} from "./scroll-scale.ts";
import { tapeWidth, type Window, windowOf } from "./visible-cards.ts";

// The layout effect has to run before the browser paints; on the server there is nothing to lay out.
const useBrowserLayout = typeof window === "undefined" ? useEffect : useLayoutEffect;

/** How long a scroller that does not say so itself has to rest until it counts as resting, in milliseconds. */
const rest = 160;

/** What is seen of a tape: its window, and by how much its cards lie off their true places, in pixels. */
export interface View extends Window {
  beyond: number;
  width: number;
}

const firstView: View = { from: 0, to: 0, beyond: 0, width: 1200 };

/**
 * Where a tape of `count` cards stands in its scroller. The view changes only when other cards come into sight, so that
 * scrolling over what is drawn already draws nothing. `watch` hears of every move; `seek` puts a place of the tape, in
 * pixels, at the left edge. `names` is the width that the lanes' names cover.
 */
export function useScrollPosition(scroller: RefObject<HTMLElement | null>, count: number, names: number) {
  const [view, setView] = useState<View>({ ...firstView, to: windowOf(0, firstView.width, count).to });
  const standing = useRef<ScrollPosition>({ scrolled: 0, beyond: 0 });
  const width = useRef(firstView.width);
  const listeners = useRef(new Set<(place: number, width: number) => void>());
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const scale: ScrollScale = { tape: tapeWidth(count), view: Math.max(1, width.current - names) };
  const latest = useRef(scale);
  latest.current = scale;

  const show = () => {
    const place = placeOf(standing.current);
    const { from, to } = windowOf(place - tapeWidth(0), width.current, count);
    const next = { from, to, beyond: standing.current.beyond, width: width.current };
    setView((before) => (sameView(before, next) ? before : next));
    for (const listener of listeners.current) listener(place, width.current - names);
  };
  const put = (place: number) => {
    const element = scroller.current;
    if (!element) return;
    element.scrollLeft = toScroller(place, latest.current);
    standing.current = standAt(place, element.scrollLeft, latest.current);
    show();
  };
  /** The scroller goes where its bar should be: after many short ways it may stand elsewhere. */
  const settle = () => {
    const element = scroller.current;
    if (!element) return;
    const place = placeOf(standing.current);
    if (Math.abs(toScroller(place, latest.current) - element.scrollLeft) > 1) put(place);
  };
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    standing.current = scrolledTo(element.scrollLeft, standing.current, latest.current);
    show();
    clearTimeout(resting.current);
    if (standing.current.beyond !== 0) resting.current = setTimeout(settle, rest);
  };

  useBrowserLayout(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      width.current = element.clientWidth;
      latest.current = { ...latest.current, view: Math.max(1, width.current - names) };
      standing.current = standAt(placeOf(standing.current), element.scrollLeft, latest.current);
      show();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      clearTimeout(resting.current);
    };
  }, [count, names]);

  return {
    view,
    scale,
    onScroll,
    seek: put,
    place: () => placeOf(standing.current),
    /** Calls `listener` after every move, and once now. Returns how to stop. */
    watch(listener: (place: number, width: number) => void) {
      listeners.current.add(listener);
      listener(placeOf(standing.current), width.current - names);
      return () => void listeners.current.delete(listener);
    },
  };
}

function sameView(a: View, b: View): boolean {
  return a.from === b.from && a.to === b.to && a.beyond === b.beyond && a.width === b.width;
}
