import { beforeEach, expect, test, vi } from "vitest";
import { versionsOf } from "../exercise/code-versions/keep-version.ts";
import { readExercise, writeExercise, writeVersions } from "../exercise/exercise-memory.ts";
import { bounds } from "./log-limits.ts";
import { clearAll, importRecords, myProgress, readProgressLog, wholeLog } from "./my-progress.ts";
import { progressEvent } from "./progress-event.ts";
import { ndjsonOf, readNdjson } from "./progress-ndjson.ts";
import { browserStore } from "./progress-store.ts";

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal("dispatchEvent", () => true);
});

const passed = { at: "2026-11-23T08:00:00.000Z", solution: "no", records: 8, logs: 200 } as const;

function aDayOfLearning(): void {
  browserStore.append([progressEvent("LessonOpened", { lesson: "create-and-read-only" })]);
  writeExercise("cart-read-only", { code: "export const mine = 1;", hints: 1 });
  writeExercise("cart-read-only", { passed });
  writeExercise("cart-read-only", { best: 5 });
  browserStore.append([
    progressEvent("QuizAnswered", { lesson: "create-and-read-only", question: 0, option: 2, right: false }),
    progressEvent("QuizAnswered", { lesson: "create-and-read-only", question: 0, option: 1, right: true }),
  ]);
}

test("what the workbench remembers is in the log, in the order in which it happened", () => {
  aDayOfLearning();
  expect(new Set(readProgressLog().map(({ event }) => event.type))).toEqual(
    new Set(["LessonOpened", "HintRead", "ExercisePassed", "BestImproved", "QuizAnswered"]),
  );
  expect(myProgress().exercises["cart-read-only"]).toMatchObject({ hints: 1, passed, best: 5 });
});

test("exported, cleared and imported, all is back: passes, hints, answers and code", () => {
  aDayOfLearning();
  const before = { progress: myProgress(), memory: readExercise("cart-read-only") };
  const file = ndjsonOf(wholeLog());
  clearAll();
  expect(wholeLog()).toEqual([]);
  importRecords(readNdjson(file).records);
  expect(myProgress()).toEqual(before.progress);
  expect(readExercise("cart-read-only")).toEqual(before.memory);
  expect(JSON.parse(kept.get("offset-zero/1/quiz:create-and-read-only") ?? "")).toEqual([[2, 1]]);
});

test("the same file twice is the same file once, and code of one's own stays", () => {
  aDayOfLearning();
  const { records } = readNdjson(ndjsonOf(wholeLog()));
  expect(importRecords(records)).toBe(0);
  clearAll();
  writeExercise("cart-read-only", { code: "export const newer = 2;" });
  expect(importRecords(records)).toBe(records.length);
  const all = wholeLog();
  expect(all).toHaveLength(records.length + 1);
  expect(importRecords(records)).toBe(0);
  expect(wholeLog()).toHaveLength(all.length);
  expect(readExercise("cart-read-only")).toMatchObject({ code: "export const newer = 2;", passed });
});

test("clearing is taken back as if it had not been, and leaves the workbench as one likes it", () => {
  aDayOfLearning();
  kept.set("offset-zero/1/workbench", '{"editor":"textarea"}');
  const before = new Map(kept);
  const undo = clearAll();
  expect([...kept.keys()]).toEqual(["offset-zero/1/workbench"]);
  undo();
  expect(new Map([...kept].sort())).toEqual(new Map([...before].sort()));
});

test("versions of code come back with what they came to", () => {
  const at = (n: number) => `2026-11-28T10:00:0${n}.000Z`;
  const versions = [
    { at: at(1), source: "a", verdict: "threw", passed: false },
    { at: at(2), source: "b", verdict: "ok", passed: null },
    { at: at(3), source: "c", verdict: "ok", passed: true },
  ] as const;
  writeVersions("cart-read-only", [...versions]);
  writeExercise("cart-read-only", { code: "c" });
  const { records } = readNdjson(ndjsonOf(wholeLog()));
  clearAll();
  importRecords(records);
  expect(versionsOf("cart-read-only")).toEqual(versions);
  expect(readExercise("cart-read-only").code).toBe("c");
  expect(wholeLog()).toEqual(records);
});

test("a file with more than a browser keeps leaves a log within its bounds, and every pass of it", () => {
  const passes = Array.from({ length: 20 }, (_, n) =>
    progressEvent("ExercisePassed", { exercise: `x${n}`, solution: "no", records: 1, logs: 1 }),
  );
  const failures = Array.from({ length: 5_000 }, (_, n) =>
    progressEvent("CheckFailed", { exercise: "x1", attempt: `a${n}` }),
  );
  importRecords([...passes, ...failures]);
  expect(browserStore.read().length).toBeLessThanOrEqual(bounds.records);
  expect(Object.values(myProgress().exercises).filter(({ passed }) => passed)).toHaveLength(20);
});

test("memory from before there was a log becomes facts of the log, once", () => {
  kept.set("offset-zero/1/exercise/cart-decide", JSON.stringify({ hints: 2, passed }));
  kept.set("offset-zero/1/last-lesson", '"chess"');
  const log = readProgressLog();
  expect(log).toHaveLength(4);
  expect(readProgressLog()).toEqual(log);
  expect(myProgress()).toMatchObject({ last: "chess", exercises: { "cart-decide": { hints: 2, passed } } });
});

test("where the browser keeps nothing the log is empty, and nothing fails", () => {
  vi.stubGlobal("localStorage", undefined);
  aDayOfLearning();
  expect(wholeLog()).toEqual([]);
  expect(importRecords([progressEvent("LessonOpened", { lesson: "chess" })])).toBe(1);
});
