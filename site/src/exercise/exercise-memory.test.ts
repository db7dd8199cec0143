import { beforeEach, expect, test, vi } from "vitest";
import { freshExercise, passedBefore, readExercise, writeExercise } from "./exercise-memory.ts";

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("dispatchEvent", () => true);
});

test("an exercise never opened is fresh", () => {
  expect(readExercise("cart-read-only")).toEqual(freshExercise);
});

test("what is written of one exercise is read again, and of that one only", () => {
  writeExercise("cart-read-only", { code: "mine" });
  writeExercise("cart-read-only", { cursor: 4 });
  expect(readExercise("cart-read-only")).toMatchObject({ code: "mine", cursor: 4 });
  expect(readExercise("cart-decide").code).toBeUndefined();
});

test("the course map sees a pass, and how it was reached", () => {
  expect(passedBefore("cart-read-only")).toBeNull();
  writeExercise("cart-read-only", {
    passed: { at: "2026-11-23T08:00:00Z", solution: "asked", records: 8, logs: 200 },
  });
  expect(passedBefore("cart-read-only")?.solution).toBe("asked");
});

test("memory that cannot be read is no reason to fail", () => {
  kept.set("offset-zero/1/exercise/cart-read-only", "{ not json");
  expect(readExercise("cart-read-only")).toEqual(freshExercise);
});
