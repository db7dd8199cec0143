import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { course, modules, plannedLesson, startHere } from "./course.ts";

test("the course has thirty lessons, numbered from 1 without a gap", () => {
  expect(course.map((lesson) => lesson.number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test("the lessons stand in the order of their seven modules, and no module is empty", () => {
  expect(modules.map((module) => module.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const order = course.map((lesson) => lesson.module);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(order).size).toBe(7);
});

test("a module's folder begins with its number", () => {
  for (const module of modules) expect(module.folder).toMatch(new RegExp(`^${module.number}-[a-z-]+$`));
});

test("no two lessons share a slug", () => {
  expect(new Set(course.map((lesson) => lesson.slug)).size).toBe(30);
});

test("the three first lessons stand where their pages expect them", () => {
  expect(plannedLesson("chess")?.number).toBe(4);
  expect(plannedLesson(startHere)?.number).toBe(8);
  expect(plannedLesson("cqrs")?.number).toBe(16);
});

test("every lesson folder lies in its module and is named after a lesson of the course", async () => {
  for (const module of await readdir(import.meta.dirname, { withFileTypes: true })) {
    if (!module.isDirectory()) continue;
    const number = modules.find(({ folder }) => folder === module.name)?.number;
    for (const slug of await readdir(join(import.meta.dirname, module.name))) {
      expect([slug, plannedLesson(slug)?.module]).toEqual([slug, number ?? "no module"]);
    }
  }
});
