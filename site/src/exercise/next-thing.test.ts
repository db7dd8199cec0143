import { beforeEach, expect, test, vi } from "vitest";
import { writeExercise } from "./exercise-memory.ts";
import { firstNotPassed, type NextThing } from "./next-thing.ts";

const thing = (kind: NextThing["kind"], id: string): NextThing => ({
  kind,
  id,
  title: id,
  href: `/${id}/`,
  isOnPage: false,
});
const pass = (id: string) =>
  writeExercise(id, { passed: { at: "2026-03-02", solution: "no", records: 1, logs: 1 } });

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("dispatchEvent", () => true);
});

test("what has been passed is left out", () => {
  const things = [thing("exercise", "views"), thing("exercise", "clock"), thing("lesson", "cqrs")];
  expect(firstNotPassed(things)?.id).toBe("views");
  pass("views");
  expect(firstNotPassed(things)?.id).toBe("clock");
  pass("clock");
  expect(firstNotPassed(things)?.id).toBe("cqrs");
});

test("a lesson is passed with the exercises of its core", () => {
  const lesson = { ...thing("lesson", "chess"), core: ["moves", "castling"] };
  const things = [lesson, thing("lesson", "cqrs")];
  pass("moves");
  expect(firstNotPassed(things)?.id).toBe("chess");
  pass("castling");
  expect(firstNotPassed(things)?.id).toBe("cqrs");
});

test("when everything has been passed the first of all is offered again, and nothing when there is nothing", () => {
  pass("views");
  expect(firstNotPassed([thing("challenge", "views")])?.id).toBe("views");
  expect(firstNotPassed([])).toBeNull();
});
