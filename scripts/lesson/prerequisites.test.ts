import { expect, test } from "vitest";
import { course, startHere } from "../../lessons/course.ts";
import { lessonsBefore, prerequisites } from "../../lessons/prerequisites.ts";
import { wayBack } from "../exercise/check/prerequisites.ts";

test("every prerequisite, and every lesson that has one, is a lesson of the course", () => {
  const known = course.map(({ slug }) => slug);
  const named = Object.entries(prerequisites).flat(2);
  expect(named.filter((slug) => !known.includes(slug))).toEqual([]);
});

test("no lesson builds on itself, whatever the way", () => {
  const before = (slug: string) => prerequisites[slug] ?? [];
  const circles = course.flatMap(({ slug }) =>
    before(slug).flatMap((wanted) => wayBack(slug, wanted, before)?.join(" after ") ?? []),
  );
  expect(circles).toEqual([]);
});

test("a lesson that builds on others comes after them, and the one to start with builds on none", () => {
  for (const { slug, number } of course)
    for (const before of lessonsBefore(slug))
      expect(before.number, `${before.slug} before ${slug}`).toBeLessThan(number);
  expect(lessonsBefore(startHere)).toEqual([]);
  expect(lessonsBefore("cqrs-with-kafka").map(({ number }) => number)).toEqual([11, 18]);
});
