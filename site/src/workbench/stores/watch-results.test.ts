import { expect, test, vi } from "vitest";
import type { TraceMessage } from "../../../../engine/fold/trace.ts";
import { countedMessages } from "../testing/counting-exercise.ts";
import { closeWorkbenches, kafka, openWorkbench, payload, stubPage } from "../testing/open-workbench.ts";

stubPage();

/** The messages of the exercise's fold, with what the expression gave after each step and where the breakpoint held. */
const answered = (values: number[], breaks: number[] = []): TraceMessage[] =>
  countedMessages(payload.records).map((message) =>
    message.kind === "step"
      ? {
          ...message,
          watched: [{ value: values[message.index] as number }],
          ...(breaks.includes(message.index) && { breaks: true as const }),
        }
      : message,
  );

test("nothing is asked before there is an expression", () => {
  const { runs, workbench } = openWorkbench();
  expect(runs).toEqual([]);
  expect(workbench.watches.$results.get().phase).toBe("nothing");
});

test("an expression is asked over the fold on screen, and its answer marks the steps where the breakpoint holds", async () => {
  const { runs, workbench } = openWorkbench();
  const { watches, memory, $cards } = workbench;
  memory.change({ watches: ["state"], breakpoint: "state > 2" });
  expect(watches.$results.get().phase).toBe("asking");
  await vi.waitFor(() => expect(runs).toHaveLength(1));
  expect(runs[0]?.request.asks).toEqual({ watches: ["state"], breakpoint: "state > 2" });
  runs[0]?.tell(...answered([1, 2, 3, 4], [2, 3]));
  expect(watches.$results.get().phase).toBe("answered");
  expect(watches.$breaks.get()).toEqual([2, 3]);
  expect($cards.get().map(({ holds }) => holds ?? false)).toEqual([false, false, true, true]);
});

test("another expression is asked anew, and the answer to the one before is heard no more", async () => {
  const { runs, workbench } = openWorkbench();
  const { watches, memory } = workbench;
  memory.change({ watches: ["state"] });
  await vi.waitFor(() => expect(runs).toHaveLength(1));
  memory.change({ watches: ["state + 1"] });
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  expect(runs.map(({ cancelled }) => cancelled)).toEqual([true, false]);
  runs[0]?.tell(...answered([9, 9, 9, 9]));
  expect(watches.$results.get().phase).toBe("asking");
  runs[1]?.tell(...answered([2, 3, 4, 5]));
  expect(watches.$results.get().steps[0]?.watched).toEqual([{ value: 2 }]);
});

test("a move of the cursor asks nothing again; another fold does, once it has settled", async () => {
  const { runs, workbench } = openWorkbench();
  workbench.memory.change({ watches: ["state"] });
  await vi.waitFor(() => expect(runs).toHaveLength(1));
  runs[0]?.tell(...answered([1, 2, 3, 4]));
  workbench.navigation.go(1);
  vi.runOnlyPendingTimers();
  expect(runs).toHaveLength(1);
  workbench.code.edit("mine");
  workbench.run();
  expect(runs).toHaveLength(2);
  expect(workbench.watches.$results.get().phase).toBe("asking");
  runs[1]?.tell(...countedMessages(payload.records));
  await vi.waitFor(() => expect(runs).toHaveLength(3));
  expect(runs[2]?.request).toMatchObject({ source: "mine", asks: { watches: ["state"] } });
});

test("a reload with a watch folds the learner's code first, uncancelled, and asks the watch over that fold", async () => {
  const before = openWorkbench().workbench;
  before.code.edit("mine");
  before.memory.change({ watches: ["state"], breakpoint: "state > 2" });
  closeWorkbenches();

  const { runs, workbench, moveTo } = openWorkbench({ kind: "finding" });
  const asked = () => runs.map(({ request, cancelled }) => [request.source, request.asks ?? null, cancelled]);
  await vi.dynamicImportSettled();
  expect(asked()).toEqual([]);
  moveTo(kafka);
  await vi.dynamicImportSettled();
  expect(asked()).toEqual([["mine", null, false]]);
  runs[0]?.tell(...countedMessages(payload.records));
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  expect(asked()[1]).toEqual(["mine", { watches: ["state"], breakpoint: "state > 2" }, false]);
  runs[1]?.tell(...answered([1, 2, 3, 4], [2, 3]));
  expect(workbench.watches.$breaks.get()).toEqual([2, 3]);
  expect(workbench.code.$stale.get()).toBe(false);
});
