import { beforeEach, expect, test, vi } from "vitest";
import type { CheckEnd, CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { countingExercise } from "../testing/counting-exercise.ts";
import { createChecks } from "./checks.ts";

beforeEach(() => {
  vi.stubGlobal("location", { search: "?seed=7" });
});

const payload = countingExercise(2);
const outcome = (passed: boolean) =>
  ({ kind: "check", id: "counts", title: "Every event counts", passed, message: "" }) as CheckOutcome;
const end = (passed: boolean) =>
  ({ kind: "end", verdict: "ok", passed, message: "", records: 2, logs: 1 }) as CheckEnd;

function opened() {
  const fake = fakeSession();
  fake.open();
  const done = vi.fn();
  return { ...fake, done, store: createChecks(payload, fake.store, done) };
}

test("a check tells its outcomes as they come, and its result once", () => {
  const { store, checks, done } = opened();
  store.check({ source: "mine" });
  expect(store.$isChecking.get()).toBe(true);
  expect(checks[0]?.request).toMatchObject({ source: "mine", seed: 7 });
  checks[0]?.tell(outcome(true));
  expect(store.$checking.get()).toMatchObject({ source: "mine", outcomes: [{ passed: true }], end: null });
  expect(done).not.toHaveBeenCalled();
  checks[0]?.tell(end(true));
  expect(store.$isChecking.get()).toBe(false);
  expect(done).toHaveBeenCalledTimes(1);
  expect(done.mock.calls[0]?.[0]).toMatchObject({ source: "mine", end: { passed: true } });
});

test("predicted states are checked without a source", () => {
  const { store, checks } = opened();
  store.check({ predicted: [{ index: 0, state: 1 }] });
  expect(checks[0]?.request).toMatchObject({ predicted: [{ index: 0, state: 1 }] });
  expect(store.$checking.get()?.source).toBeNull();
});

test("a new check replaces the one under way, whose result is heard no more", () => {
  const { store, checks, done } = opened();
  store.check({ source: "old" });
  store.check({ source: "new" });
  expect(checks.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  checks[0]?.tell(end(true));
  expect(done).not.toHaveBeenCalled();
  expect(store.$checking.get()?.source).toBe("new");
});

test("a check that waits for a busy server says for how long, and can be given up", () => {
  const { store, checks } = opened();
  store.check({ source: "mine" });
  checks[0]?.tell({ kind: "waiting", waiting: { place: 3 } });
  expect(store.$checking.get()?.waiting).toEqual({ place: 3 });
  store.abandon();
  expect(checks[0]?.cancelled).toBe(true);
  expect([store.$checking.get(), store.$isChecking.get()]).toEqual([null, false]);
});
