import type { RawRecord } from "../../../../engine/fold/event.ts";
import { readRecord } from "../../../../engine/fold/event.ts";
import type { Step, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import { blankExercise, emptyTraceOf } from "../../exercise/blank-exercise.ts";
import type { Exercise, ExercisePayload } from "../../exercise/exercise-payload.ts";

export const topic = "course.counting";
export const starter = "export const evolve = (state) => state;";

/** So many records of one partition, one event each. */
export const recordsOf = (count: number): RawRecord[] =>
  Array.from({ length: count }, (_, offset) => ({
    position: { topic, partition: 0, offset },
    timestamp: 1_000 * offset,
    key: "k",
    headers: {},
    value: JSON.stringify({ type: "Counted", data: { by: 1 }, metadata: { id: `e${offset}` } }),
  }));

const startOf = (exercise: Exercise): Trace["start"] => ({
  ...emptyTraceOf(exercise).start,
  runId: "counting",
  engine: "e",
  state: 0,
});

const stepOf = (record: RawRecord, index: number): Step => {
  const read = readRecord(record);
  return {
    kind: "step",
    index,
    position: record.position,
    key: record.key,
    event: "event" in read ? read.event : null,
    patch: [{ op: "replace", path: "", value: index + 1 }],
    console: [],
  };
};

/** The end of a fold that was right after so many steps, unless `more` says otherwise. */
export const endOf = (steps: number, more: Partial<TraceEnd> = {}): TraceEnd => ({
  kind: "end",
  verdict: "ok",
  message: "",
  at: null,
  state: steps,
  steps,
  skipped: 0,
  ...more,
});

/** What a run over these records says that counts them; `end` is how it ends. */
export function countedMessages(records: RawRecord[], end: Partial<TraceEnd> = {}): TraceMessage[] {
  const { exercise } = countingExercise(0);
  return [startOf(exercise), ...records.map(stepOf), endOf(records.length, end)];
}

/** An exercise whose state is the count of its records, with its starter's fold: the state stays 0. */
export function countingExercise(count: number, more: Partial<Exercise> = {}): ExercisePayload {
  const records = recordsOf(count);
  const exercise: Exercise = {
    ...blankExercise("counting", "Counting"),
    readmeHtml: "<p>Count every event.</p>",
    starter,
    topic,
    panels: ["tape", "tree", "code", "checks", "more"],
    checks: [{ id: "counts", title: "Every event counts" }],
    ...more,
  };
  const start = startOf(exercise);
  const steps = records.map(stepOf).map((step) => ({ ...step, patch: [] }));
  return {
    exercise,
    records,
    trace: { start, steps, keyframes: [], end: { ...endOf(count), state: 0 } },
  };
}
