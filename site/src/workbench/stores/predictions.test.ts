import { expect, test } from "vitest";
import { checkEnd, checkOutcome, openWorkbench, stubPage } from "../testing/open-workbench.ts";

stubPage();

test("a prediction is graded alone; its step is shown, and the first answer is the one that counts", () => {
  const { workbench, checks } = openWorkbench();
  const { predictions, tape, memory } = workbench;
  predictions.predict(0, 5);
  expect(predictions.$asking.get()).toBe(true);
  checks[0]?.tell(checkOutcome(false), checkEnd(false));
  expect([predictions.$asking.get(), tape.$cursor.get()]).toEqual([false, 0]);
  expect(predictions.$predicted.get()).toMatchObject({ index: 0, outcome: { passed: false } });
  predictions.predict(0, 1);
  checks[1]?.tell(checkOutcome(true), checkEnd(true));
  expect(memory.$value.get().predictions).toEqual([{ index: 0, state: 1, first: false }]);
  // Nothing of this is an attempt at the exercise.
  expect(memory.$value.get().failures).toEqual([]);
});
