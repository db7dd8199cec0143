import { expect, test } from "vitest";
import { fakeSession } from "./testing/fake-session.ts";

test("the session is there once it is opened, with where it folds, and follows every change", () => {
  const { store, session, open, moveTo } = fakeSession();
  expect(store.$session.get()).toBeNull();
  expect(store.$where.get()).toEqual({ kind: "finding" });
  const seen: string[] = [];
  store.$where.listen(({ kind }) => {
    // Whoever hears where folds run can ask for one.
    expect(store.$session.get()).toBe(session);
    seen.push(kind);
  });
  open();
  moveTo({ kind: "kafka", version: "4.3.1", sentence: "", learner: "l" });
  expect(seen).toEqual(["browser", "kafka"]);
});

test("once stopped it listens to the session no more", () => {
  const { store, open, moveTo, listeners } = fakeSession();
  const stop = open();
  stop();
  expect(listeners.size).toBe(0);
  moveTo({ kind: "browser", because: "lost" });
  expect(store.$where.get()).toEqual({ kind: "browser", because: "no-server" });
});
