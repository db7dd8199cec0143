import { expect, test } from "vitest";
import { course } from "../../../lessons/course.ts";
import { neighboursOf } from "./neighbours.ts";

const all = course.map(({ slug }) => slug);
const numbersOf = (slug: string, written: string[]) => {
  const { previous, next } = neighboursOf(slug, course, written);
  return [previous?.number, next?.number];
};

test("a lesson's neighbours are the lessons before and after it", () => {
  expect(numbersOf("create-and-read-only", all)).toEqual([7, 9]);
});

test("a lesson that is not written yet is passed over", () => {
  expect(numbersOf("create-and-read-only", ["chess", "create-and-read-only", "cqrs"])).toEqual([4, 16]);
});

test("the first and the last lesson have one neighbour", () => {
  expect(numbersOf("thinking-in-events", all)).toEqual([undefined, 2]);
  expect(numbersOf("event-streaming", all)).toEqual([29, undefined]);
});
