import fc from "fast-check";
import { expect, test } from "vitest";
import { type ExerciseMemory, freshExercise } from "../exercise/exercise-memory.ts";
import { compactLog } from "./compact-log.ts";
import { exerciseOf, progressIn } from "./fold-progress.ts";
import { bounds } from "./log-limits.ts";
import { mergeProgressLogs } from "./merge-progress-logs.ts";
import { progressEventsBetween } from "./note-exercise-progress.ts";
import { type ProgressRecord, progressEvent } from "./progress-event.ts";
import { ndjsonOf, readNdjson } from "./progress-ndjson.ts";

/** A moment for the n-th thing that happens. */
const moment = (n: number) => new Date(Date.UTC(2026, 10, 28) + n * 1_000).toISOString();

/** What the workbench may do to an exercise's memory. */
const change = fc.oneof(
  fc.constant((memory: ExerciseMemory): ExerciseMemory => ({ ...memory, hints: memory.hints + 1 })),
  fc.nat(9).map(
    (n) =>
      (memory: ExerciseMemory): ExerciseMemory => ({
        ...memory,
        failures: memory.failures.includes(`a${n}`) ? memory.failures : [...memory.failures, `a${n}`],
      }),
  ),
  fc.integer({ min: 1, max: 5 }).map(
    (of) =>
      ({ parts, ...memory }: ExerciseMemory): ExerciseMemory => ({
        ...memory,
        parts: parts.seen < of ? { seen: parts.seen + 1, of } : parts,
      }),
  ),
  fc.constantFrom("earned" as const, "asked" as const).map((how) => (memory: ExerciseMemory) => ({
    ...memory,
    solution: memory.solution === "no" ? how : memory.solution,
  })),
  fc.nat(400).map(
    (n) =>
      (memory: ExerciseMemory): ExerciseMemory => ({
        ...memory,
        // At no moment that something else has happened at: a second pass is another pass.
        passed: { at: moment(1_000 + n), solution: memory.solution, records: n, logs: 200 },
      }),
  ),
  fc.nat(40).map(
    (n) =>
      (memory: ExerciseMemory): ExerciseMemory => ({
        ...memory,
        best: Math.min(n, memory.best ?? n),
      }),
  ),
  fc.nat(9).map(
    (n) =>
      (memory: ExerciseMemory): ExerciseMemory => ({ ...memory, code: `c${n}`, cursor: n }),
  ),
);

const lived = fc.array(change, { maxLength: 30 }).map((changes) => {
  const log: ProgressRecord[] = [];
  let memory: ExerciseMemory = freshExercise;
  changes.forEach((apply, n) => {
    const next = apply(memory);
    const facts = progressEventsBetween("cart", memory, next);
    // One thing after the other, as in life; only a pass names its moment itself.
    for (const { event } of facts) {
      if (event.type === "ExercisePassed") {
        next.passed = { ...(next.passed as NonNullable<ExerciseMemory["passed"]>), at: moment(n) };
      }
      event.metadata.occurredAt = moment(n);
    }
    log.push(...facts);
    memory = next;
  });
  return { log, memory };
});

const anyRecord = fc
  .record({ n: fc.nat(300), id: fc.nat(60), of: fc.constantFrom("cart", "chess", "__proto__") })
  .chain(({ n, id, of }) =>
    fc
      .constantFrom<ProgressRecord>(
        progressEvent("LessonOpened", { lesson: of }, moment(n), `o${id}`),
        progressEvent("PartRead", { lesson: of, part: `p${n % 4}` }, moment(n), `p${id}`),
        progressEvent(
          "QuizAnswered",
          { lesson: of, question: n % 3, option: n % 4, right: n % 4 === 0 },
          moment(n),
          `q${id}`,
        ),
        progressEvent("HintRead", { exercise: of, hint: (n % 3) + 1 }, moment(n), `h${id}`),
        progressEvent("CheckFailed", { exercise: of, attempt: `a${n % 5}` }, moment(n), `f${id}`),
        progressEvent(
          "ExercisePassed",
          { exercise: of, solution: "no", records: 8, logs: n },
          moment(n),
          `e${id}`,
        ),
        progressEvent("BestImproved", { exercise: of, statements: n }, moment(n), `b${id}`),
        progressEvent("CodeKept", { exercise: of, source: `code ${n}` }, moment(n), `c${id}`),
      )
      // One event has one id, wherever it is met.
      .map(
        (record) =>
          ({
            ...record,
            event: {
              ...record.event,
              metadata: {
                ...record.event.metadata,
                id: JSON.stringify([record.event.type, record.event.data, n]),
              },
            },
          }) as ProgressRecord,
      ),
  );
const anyLog = fc.array(anyRecord, { maxLength: 60 });

test("the fold of the log gives back what the workbench remembers of passes, hints, failures and the best", () => {
  fc.assert(
    fc.property(lived, ({ log, memory }) => {
      const { hints, failures, parts, solution, passed, best } = memory;
      const told = { hints, failures, parts, solution, passed, ...(best !== undefined && { best }) };
      expect(exerciseOf(progressIn(log), "cart")).toEqual(told);
    }),
  );
});

test("what memory knows and the log does not is told as facts, and then nothing is left to tell", () => {
  fc.assert(
    fc.property(lived, ({ memory }) => {
      const log = progressEventsBetween("cart", freshExercise, memory);
      expect(progressEventsBetween("cart", exerciseOf(progressIn(log), "cart"), memory)).toEqual([]);
    }),
  );
});

test("two logs come together without loss, in either order, and twice is once", () => {
  fc.assert(
    fc.property(anyLog, anyLog, (mine, other) => {
      const both = mergeProgressLogs(mine, other);
      expect(mergeProgressLogs(other, mine)).toEqual(both);
      expect(mergeProgressLogs(both, other)).toEqual(both);
      expect(new Set(both.map(({ event }) => event.metadata.id))).toEqual(
        new Set([...mine, ...other].map(({ event }) => event.metadata.id)),
      );
    }),
  );
});

test("a log that was exported is read again as it was", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      expect(readNdjson(ndjsonOf(log))).toEqual({ records: log, flaws: [] });
    }),
  );
});

test("compaction changes nothing that is computed from the log, and is done once", () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const short = compactLog(log);
      expect(progressIn(short)).toEqual(progressIn(log));
      expect(compactLog(short)).toEqual(short);
    }),
  );
});

test("a log that stays too long after compaction forgets its oldest, and no pass before anything else", () => {
  const passes = [1, 2, 3].map((n) =>
    progressEvent("ExercisePassed", { exercise: `x${n}`, solution: "no", records: 1, logs: 1 }, moment(n)),
  );
  const failures = Array.from({ length: 100 }, (_, n) =>
    progressEvent("CheckFailed", { exercise: "cart", attempt: `a${n}` }, moment(10 + n)),
  );
  const short = compactLog([...passes, ...failures], { ...bounds, records: 50 });
  expect(short).toHaveLength(45);
  expect(short.slice(0, 3)).toEqual(passes);
  expect(short.at(-1)).toEqual(failures.at(-1));
});

test.each([
  ["this is not JSON", "not-json"],
  ['{"key":"cart"}', "no-event"],
  ['{"event":{"type":"HintRead","data":{"exercise":"cart","hint":1}}}', "no-id"],
  ['{"event":{"type":"HintRead","data":{},"metadata":{"id":"1","occurredAt":"soon"}}}', "no-time"],
  [
    '{"event":{"type":"Cheered","data":{},"metadata":{"id":"1","occurredAt":"2026-11-28T10:00:00Z"}}}',
    "unknown-type",
  ],
  [
    '{"event":{"type":"HintRead","data":{"exercise":"cart","hint":"one"},"metadata":{"id":"1","occurredAt":"2026-11-28T10:00:00Z"}}}',
    "data",
  ],
  [
    '{"event":{"type":"QuizAnswered","data":{"lesson":"chess","question":90000000,"option":0,"right":true},"metadata":{"id":"1","occurredAt":"2026-11-28T10:00:00Z"}}}',
    "data",
  ],
] as const)("a line of a file that is no record of progress is named and left out: %s", (line, flaw) => {
  const good = progressEvent("LessonOpened", { lesson: "chess" }, moment(1));
  const { records, flaws } = readNdjson(`${line}\n\n${ndjsonOf([good])}`);
  expect(records).toEqual([good]);
  expect(flaws).toEqual([expect.objectContaining({ line: 1, flaw })]);
});
