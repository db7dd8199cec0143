import { expect, test, vi } from "vitest";
import type { TraceMessage } from "../../../../engine/fold/trace.ts";
import { foldLong } from "../fold-other-logs.ts";
import { countedMessages, recordsOf, topic } from "../testing/counting-exercise.ts";
import { openWorkbench, stubPage } from "../testing/open-workbench.ts";

stubPage();

const count = 6_000;
const [start] = countedMessages([]);

/** A workbench with a log of so many records on its tape, folded to its end. */
async function openLong() {
  const fake = openWorkbench();
  const { workbench, runs } = fake;
  const slice = { topic, partitions: [{ partition: 0, from: 0, to: 3 }] };
  foldLong(workbench, "Long", { kind: "repeated", slice, records: recordsOf(3), times: count / 3 });
  const progress = { kind: "progress", phase: "folding", records: count, total: count } as TraceMessage;
  const end = { ...(countedMessages([]).at(-1) as TraceMessage), steps: count, state: count } as TraceMessage;
  runs.at(-1)?.tell(start as TraceMessage, progress, end);
  await vi.waitFor(() => expect(workbench.long.$long.get()?.count).toBe(count));
  return fake;
}

/** The steps of the records at these offsets, as the session tells them. */
const stepsAt = (from: number, to: number) => countedMessages(recordsOf(to).slice(from));

test("a long fold stands at its end, and the steps around it are asked for once", async () => {
  const { workbench, windows } = await openLong();
  const { long } = workbench;
  expect(long.$long.get()).toMatchObject({ at: count - 1, reach: count - 1, loading: true });
  await vi.waitFor(() => expect(windows).toHaveLength(1));
  expect(windows[0]?.request).toMatchObject({ place: count - 1, partition: 0, offset: count - 1 });
  windows[0]?.tell(...stepsAt(count - 5, count));
  expect(long.$long.get()).toMatchObject({ at: count - 1, loading: false });
  expect(workbench.tape.$step.get()?.position?.offset).toBe(count - 1);
});

test("whoever seeks while steps are on their way is shown the last place asked for", async () => {
  const { workbench, windows } = await openLong();
  const { long, navigation } = workbench;
  await vi.waitFor(() => expect(windows).toHaveLength(1));
  navigation.stand(10);
  navigation.stand(20);
  expect(windows).toHaveLength(1);
  windows[0]?.tell(...stepsAt(count - 5, count));
  await vi.waitFor(() => expect(windows).toHaveLength(2));
  expect(windows[1]?.request.place).toBe(20);
  windows[1]?.tell(...stepsAt(18, 24));
  expect(long.$long.get()).toMatchObject({ at: 20, loading: false });
  // Its neighbour is at hand.
  navigation.stand(21);
  expect([long.$long.get()?.loading, windows.length]).toEqual([false, 2]);
});

test("an offset is found where the log has it, and nothing beyond its end is stood at", async () => {
  const { workbench } = await openLong();
  const { long } = workbench;
  expect(long.jump(42)).toBe(true);
  expect(long.$long.get()?.at).toBe(42);
  expect(long.jump(count)).toBe(false);
  long.seek(count + 9);
  expect(long.$long.get()?.at).toBe(count - 1);
});

test("back on the exercise's own log there is no long log", async () => {
  const { workbench } = await openLong();
  workbench.navigation.back();
  expect(workbench.long.$long.get()).toBeNull();
  expect(workbench.tape.$tape.get().kind).toBe("lesson");
});

test("the way back during a fold cancels it: what it would still say does not bring its log back", () => {
  const { workbench, runs } = openWorkbench();
  const slice = { topic, partitions: [{ partition: 0, from: 0, to: 3 }] };
  foldLong(workbench, "Long", { kind: "repeated", slice, records: recordsOf(3), times: count / 3 });
  const progress = (records: number) =>
    ({ kind: "progress", phase: "folding", records, total: count }) as TraceMessage;
  runs[0]?.tell(start as TraceMessage, progress(1_000));
  vi.runOnlyPendingTimers();
  expect(workbench.tape.$tape.get().title).toBe("Long");
  workbench.navigation.back();
  expect(runs[0]?.cancelled).toBe(true);
  expect(workbench.tape.$isRunning.get()).toBe(false);
  runs[0]?.tell(progress(2_000));
  vi.runOnlyPendingTimers();
  expect(workbench.tape.$tape.get().kind).toBe("lesson");
});
