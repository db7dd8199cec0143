import { afterEach, beforeEach, vi } from "vitest";
import type { CheckEnd, CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import type { RunLocation } from "../../session/session-interface.ts";
import { fakeSession } from "../../session/testing/fake-session.ts";
import { createWorkbenchModel } from "../workbench-model.ts";
import { stubStorage } from "./browser-storage.ts";
import { countingExercise } from "./counting-exercise.ts";

export const kafka: RunLocation = { kind: "kafka", version: "4.3.1", sentence: "", learner: "l" };
export const payload = countingExercise(4);

const stops: (() => void)[] = [];

/** Takes the workbenches of a test off their pages. */
export function closeWorkbenches(): void {
  for (const stop of stops.splice(0)) stop();
}

/** Gives the tests of a file a page: storage, frames, a large screen. Timers are the test's. */
export function stubPage(): void {
  beforeEach(() => {
    stubStorage();
    vi.useFakeTimers();
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => setTimeout(frame));
    vi.stubGlobal("cancelAnimationFrame", clearTimeout);
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    vi.stubGlobal("location", { search: "" });
  });
  afterEach(() => {
    closeWorkbenches();
    vi.useRealTimers();
  });
}

/** A workbench that stands in a page, whose session folds at `where`, and what was asked of that session. */
export function openWorkbench(where?: RunLocation) {
  const fake = fakeSession(where);
  const workbench = createWorkbenchModel(payload, fake.store);
  stops.push(workbench.start(), fake.open());
  return { ...fake, workbench };
}

export const checkOutcome = (passed: boolean, more: Partial<CheckOutcome> = {}) =>
  ({
    kind: "check",
    id: "counts",
    title: "Every event counts",
    passed,
    message: "No.",
    ...more,
  }) as CheckOutcome;

export const checkEnd = (passed: boolean) =>
  ({ kind: "end", verdict: "ok", passed, message: "", records: 4, logs: 2 }) as CheckEnd;
