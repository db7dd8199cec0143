import { expect, test, vi } from "vitest";
import type { CheckOutcome } from "../../../../engine/protocol/response-types.ts";
import { countedMessages, topic } from "../testing/counting-exercise.ts";
import { checkEnd, checkOutcome, openWorkbench, payload, stubPage } from "../testing/open-workbench.ts";

stubPage();

test("a check brings its tab to the front and opens the code; its failure marks the step, counts, and is said", async () => {
  const { workbench, checks, runs } = openWorkbench();
  const { layout, memory, tape, liveRegion } = workbench;
  workbench.code.edit("mine");
  workbench.check();
  expect([layout.$tab.get().name, layout.$pane.get(), layout.$hasCode.get()]).toEqual([
    "checks",
    "tabs",
    true,
  ]);
  const position = { topic, partition: 0, offset: 1 };
  const firstDivergence = { index: 1, position, expected: 2, actual: 0 };
  checks[0]?.tell(checkOutcome(false, { firstDivergence } as Partial<CheckOutcome>), checkEnd(false));
  expect(memory.$value.get().failures).toHaveLength(1);
  await vi.waitFor(() => expect(liveRegion.$spoken.get()).toContain("No."));
  // What was checked is what the tape shows from now on.
  expect(runs.at(-1)?.request.source).toBe("mine");
  runs.at(-1)?.tell(...countedMessages(payload.records));
  expect(tape.$tape.get()).toMatchObject({ source: "mine", divergence: 1 });
  expect(workbench.$cards.get()[1]?.mark).toBe("divergent");
  // The state beside the message is the state that the message is about.
  expect(tape.$cursor.get()).toBe(1);
  workbench.navigation.go(0);
  workbench.check();
  checks[1]?.tell(checkOutcome(false, { firstDivergence } as Partial<CheckOutcome>), checkEnd(false));
  expect(tape.$cursor.get()).toBe(1);
});

test("a pass is remembered with what was checked, and opens every panel", () => {
  const { workbench, checks } = openWorkbench();
  workbench.check();
  checks[0]?.tell(checkOutcome(true), checkEnd(true));
  expect(workbench.memory.$value.get().passed).toMatchObject({ solution: "no", records: 4, logs: 2 });
  expect(workbench.layout.$hasMore.get()).toBe(true);
});

test("a check that ends after other code was run leaves the fold of that code on the tape", () => {
  const { workbench, checks, runs } = openWorkbench();
  const { tape, code, memory } = workbench;
  code.edit("wrong");
  workbench.check();
  code.edit("better");
  workbench.run();
  runs.at(-1)?.tell(...countedMessages(payload.records));
  const position = { topic, partition: 0, offset: 1 };
  const firstDivergence = { index: 1, position, expected: 2, actual: 0 };
  checks[0]?.tell(checkOutcome(false, { firstDivergence } as Partial<CheckOutcome>), checkEnd(false));
  expect(runs.at(-1)?.request.source).toBe("better");
  expect(tape.$tape.get()).toMatchObject({ source: "better", divergence: null });
  // The failure counts all the same.
  expect(memory.$value.get().failures).toHaveLength(1);
});
