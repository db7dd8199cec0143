import { expect, test } from "vitest";
import { foldRecords, openRecord } from "./fold-other-logs.ts";
import { countedMessages, recordsOf, topic } from "./testing/counting-exercise.ts";
import { openWorkbench, payload, stubPage } from "./testing/open-workbench.ts";

stubPage();

test("another log comes onto the tape, and the way back leads to the step where one stood", () => {
  const { workbench, runs } = openWorkbench();
  const { tape, navigation } = workbench;
  navigation.go(2);
  foldRecords(workbench, "Other", recordsOf(2));
  runs[0]?.tell(...countedMessages(recordsOf(2)));
  expect(tape.$tape.get()).toMatchObject({ kind: "own", title: "Other" });
  expect(tape.$cursor.get()).toBe(1);
  navigation.back();
  expect([tape.$tape.get().kind, tape.$cursor.get()]).toEqual(["lesson", 2]);
});

test("a record of the exercise's own log is opened there, any other on its topic", () => {
  const { workbench, runs } = openWorkbench();
  const { tape } = workbench;
  openRecord(workbench, { topic, partition: 0, offset: 1 });
  expect([tape.$cursor.get(), runs.length]).toEqual([1, 0]);
  openRecord(workbench, { topic: "course.carts", partition: 0, offset: 7 });
  expect(runs[0]?.request.log).toEqual({ kind: "topic", topic: "course.carts" });
});

test("of another log that is folded by key the step shows its own key, and the trace keeps all", () => {
  const { workbench, runs } = openWorkbench();
  const { tape } = workbench;
  foldRecords(workbench, "Many", payload.records, "end", "by-key");
  expect(runs[0]?.request.log).toMatchObject({ scope: "by-key" });
  const patched = countedMessages(payload.records).map((message) =>
    message.kind === "start"
      ? { ...message, scope: "by-key" as const, state: {} }
      : message.kind === "step"
        ? { ...message, patch: [{ op: "add" as const, path: "/k", value: message.index + 1 }] }
        : message,
  );
  runs[0]?.tell(...patched);
  expect([tape.$before.get(), tape.$after.get()]).toEqual([3, 4]);
  expect(tape.$step.get()?.patch).toEqual([{ op: "replace", path: "", value: 4 }]);
  expect(tape.$trace.get().steps[3]?.patch).toEqual([{ op: "add", path: "/k", value: 4 }]);
});
