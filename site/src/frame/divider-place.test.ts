import { expect, test } from "vitest";
import {
  clampShare,
  type DividerPlace,
  leastText,
  leastWorkbench,
  placeAfterKey,
  placeUnderPointer,
  readDividerPlace,
} from "./divider-place.ts";

const width = 1_280;
const half: DividerPlace = { stop: "split", share: 0.5 };

test("text and workbench keep their least widths", () => {
  expect(clampShare(0.4, width)).toBe(0.4);
  expect(clampShare(0.1, width) * width).toBe(leastText);
  expect((1 - clampShare(0.9, width)) * width).toBeCloseTo(leastWorkbench);
});

test("a pointer drags the divider; far beyond a least width it goes to the end, and the share is kept for later", () => {
  expect(placeUnderPointer(640, width, { stop: "split" })).toEqual(half);
  expect(placeUnderPointer(200, width, half)).toEqual({ stop: "split", share: leastText / width });
  expect(placeUnderPointer(100, width, half)).toEqual({ stop: "code", share: 0.5 });
  expect(placeUnderPointer(1_270, width, half)).toEqual({ stop: "read", share: 0.5 });
  expect(placeUnderPointer(640, width, { stop: "read" })).toEqual(half);
});

test("arrow keys move the divider step by step, from one end to the other and back", () => {
  const stopsOnTheWay = (key: string, from: DividerPlace) => {
    let place = from;
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      place = placeAfterKey(key, place, place.share ?? 0.4, width) as DividerPlace;
      if (seen.at(-1) !== place.stop) seen.push(place.stop);
    }
    return seen;
  };
  expect(stopsOnTheWay("ArrowLeft", { stop: "read", share: 0.4 })).toEqual(["split", "code"]);
  expect(stopsOnTheWay("ArrowRight", { stop: "code", share: 0.4 })).toEqual(["split", "read"]);
});

test("one arrow key goes on from where the divider is drawn, whatever was stored", () => {
  expect(placeAfterKey("ArrowRight", { stop: "split" }, 0.4, width)?.share).toBeCloseTo(0.42);
  expect(placeAfterKey("ArrowLeft", half, 0.4, width)?.share).toBeCloseTo(0.38);
});

test("Home shows the workbench alone, End the text alone, Enter goes there and back, other keys do nothing", () => {
  expect(placeAfterKey("Home", half, 0.5, width)).toEqual({ stop: "code", share: 0.5 });
  expect(placeAfterKey("End", half, 0.5, width)).toEqual({ stop: "read", share: 0.5 });
  expect(placeAfterKey("Enter", half, 0.5, width)).toEqual({ stop: "code", share: 0.5 });
  expect(placeAfterKey("Enter", { stop: "read", share: 0.5 }, 1, width)).toEqual(half);
  expect(placeAfterKey("a", half, 0.5, width)).toBeNull();
});

test("a stored place that is none becomes the split as the style sheet draws it", () => {
  expect(readDividerPlace({ stop: "code", share: 0.3 })).toEqual({ stop: "code", share: 0.3 });
  for (const stored of [undefined, null, {}, { stop: "up", share: 7 }, { share: "0.3" }])
    expect(readDividerPlace(stored)).toEqual({ stop: "split" });
});
