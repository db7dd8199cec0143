import { beforeEach, expect, test, vi } from "vitest";
import { stubStorage } from "../testing/browser-storage.ts";
import { createMemory, createPreferences } from "./persistent-store.ts";

beforeEach(stubStorage);

test("what is kept is fresh until the browser's storage is read", () => {
  createPreferences().change({ speed: 4 });
  const preferences = createPreferences();
  expect([preferences.$value.get().speed, preferences.$known.get()]).toEqual([1, false]);
  preferences.recall();
  expect([preferences.$value.get().speed, preferences.$known.get()]).toEqual([4, true]);
});

test("a change from another window is taken in with the next one", () => {
  const [one, other] = [createMemory("counting"), createMemory("counting")];
  one.change({ hints: 2 });
  other.change({ cursor: 1 });
  expect(other.$value.get()).toMatchObject({ hints: 2, cursor: 1 });
});

test("a part that says the same stays the same: who shows it hears nothing", () => {
  const memory = createMemory("counting");
  memory.change({ watches: ["state"], predictions: [{ index: 0, state: { a: 1 }, first: true }] });
  const before = memory.$value.get();
  memory.change({ cursor: 2, watches: ["state"] });
  const after = memory.$value.get();
  expect(after.cursor).toBe(2);
  expect([after.watches === before.watches, after.predictions === before.predictions]).toEqual([true, true]);
  memory.change({ watches: ["event"] });
  expect(memory.$value.get().watches).toEqual(["event"]);
});

test("where storage is refused the page goes on with what it knows", () => {
  vi.stubGlobal("localStorage", {
    getItem() {
      throw new Error("refused");
    },
    setItem() {
      throw new Error("refused");
    },
  });
  const preferences = createPreferences();
  preferences.recall();
  preferences.change({ keys: false });
  expect(preferences.$value.get().keys).toBe(false);
});
