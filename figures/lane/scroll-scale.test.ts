import fc from "fast-check";
import { expect, test } from "vitest";
import {
  placeOf,
  type ScrollScale,
  scrolledTo,
  scrollerWidth,
  standAt,
  toScroller,
  toTape,
  widest,
} from "./scroll-scale.ts";
import { cardPitch, tapeWidth, windowOf } from "./visible-cards.ts";

const count = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 100_000, max: 10_000_000 }),
);
const view = fc.integer({ min: 200, max: 4_000 });
const scaleOf = (cards: number, width: number): ScrollScale => ({ tape: tapeWidth(cards), view: width });
const furthest = ({ tape, view: width }: ScrollScale) => Math.max(0, tape - width);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** As a browser rounds: to whole pixels, within what can be scrolled. */
const rounded = (place: number, scale: ScrollScale) =>
  Math.max(0, Math.min(Math.round(toScroller(place, scale)), scrollerWidth(scale) - scale.view));

test("no tape needs a wider element than a browser can lay out", () => {
  fc.assert(fc.property(count, view, (n, w) => scrollerWidth(scaleOf(n, w)) <= widest));
});

test("scroller to tape and back is where one was", () => {
  fc.assert(
    fc.property(count, view, share, (n, w, at) => {
      const scale = scaleOf(n, w);
      const place = at * furthest(scale);
      expect(toTape(toScroller(place, scale), scale)).toBeCloseTo(place, 3);
    }),
  );
});

test("further on the scroller is further on the tape", () => {
  fc.assert(
    fc.property(count, view, share, share, (n, w, a, b) => {
      const scale = scaleOf(n, w);
      const most = Math.max(0, scrollerWidth(scale) - w);
      const [low, high] = [Math.min(a, b) * most, Math.max(a, b) * most];
      expect(toTape(low, scale)).toBeLessThanOrEqual(toTape(high, scale));
    }),
  );
});

test("every card can be reached, and stands where it was sought, whatever the browser rounds", () => {
  fc.assert(
    fc.property(count, view, share, (n, w, at) => {
      const scale = scaleOf(n, w);
      const index = Math.min(n - 1, Math.floor(at * n));
      const wanted = Math.min((index + 1) * cardPitch, furthest(scale));
      const standing = standAt(wanted, rounded(wanted, scale), scale);
      expect(placeOf(standing)).toBeCloseTo(wanted, 6);
      const { from, to } = windowOf(placeOf(standing) - cardPitch, w, n);
      expect(from).toBeLessThanOrEqual(index);
      expect(to).toBeGreaterThan(index);
    }),
  );
});

test("a window holds every card that is seen", () => {
  fc.assert(
    fc.property(count, view, share, (n, w, at) => {
      const scale = scaleOf(n, w);
      const place = at * furthest(scale);
      const { from, to } = windowOf(place - cardPitch, w, n);
      const first = Math.max(0, Math.floor(place / cardPitch) - 1);
      const last = Math.min(n - 1, Math.floor((place + w) / cardPitch) - 1);
      expect(from).toBeLessThanOrEqual(first);
      expect(to).toBeGreaterThan(last);
      expect(to - from).toBeLessThan(w / cardPitch + 12);
    }),
  );
});

test("a wheel moves the cards by what it turns, on a tape of any length", () => {
  fc.assert(
    fc.property(count, view, share, fc.integer({ min: -1_500, max: 1_500 }), (n, w, at, way) => {
      const scale = scaleOf(n, w);
      const place = at * furthest(scale);
      const before = standAt(place, rounded(place, scale), scale);
      const after = scrolledTo(before.scrolled + way, before, scale);
      const whole = scale.tape <= widest;
      const wanted = whole ? before.scrolled + way : Math.max(0, Math.min(place + way, furthest(scale)));
      expect(placeOf(after)).toBeCloseTo(wanted, 6);
    }),
  );
});

test("a scrollbar pulled to an end shows that end of the tape", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000, max: 10_000_000 }), view, (n, w) => {
      const scale = scaleOf(n, w);
      const middle = standAt(furthest(scale) / 2, rounded(furthest(scale) / 2, scale), scale);
      expect(placeOf(scrolledTo(0, middle, scale))).toBe(0);
      expect(placeOf(scrolledTo(widest - w, middle, scale))).toBe(furthest(scale));
    }),
  );
});
