import type { RawRecord } from "../../../engine/fold/event.ts";
import { collectTrace } from "../../../engine/fold/states-of-trace.ts";
import { myLog as words } from "../../../language/english/my-log.ts";
import { blankExercise } from "../exercise/blank-exercise.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { type ProgressRecord, progressEvent } from "../progress/progress-event.ts";
import type { MyLogProgram } from "./my-log-program.ts";

/** The log as the workbench takes one: its records have the places in which they are read, from 0. */
export function recordsOf(log: ProgressRecord[], topic: string): RawRecord[] {
  return log.map(({ key, event }, offset) => ({
    position: { topic, partition: 0, offset },
    timestamp: Date.parse(event.metadata.occurredAt),
    key,
    headers: {},
    value: JSON.stringify(event),
  }));
}

/** The learner's log with the reducer over it: no exercise, so nothing is checked. Not folded yet. */
export function payloadOf(
  log: ProgressRecord[],
  topic: string,
  { starter, starterHtml, typesText, typesHtml }: MyLogProgram,
): Omit<ExercisePayload, "trace"> {
  return {
    made: "here",
    exercise: {
      ...blankExercise(topic, words.title),
      starter,
      starterHtml,
      typesText,
      typesHtml,
      topic,
      wording: { events: words.wording },
      slice: { topic, partitions: [{ partition: 0, from: 0, to: log.length }] },
    },
    records: recordsOf(log, topic),
  };
}

/** The same with the page's own fold of it, made in this browser, so that there is something to step through at once. */
export async function foldPayload(payload: Omit<ExercisePayload, "trace">): Promise<ExercisePayload> {
  const [{ requestOf }, { foldAllInWorker }] = await Promise.all([
    import("../session/browser-fold.ts"),
    import("../session/worker-pool.ts"),
  ]);
  const { messages } = await foldAllInWorker(
    requestOf(payload, payload.exercise.starter, { kind: "lesson" }),
  );
  return { ...payload, trace: collectTrace(messages) };
}

/** What the log of somebody who has just begun looks like, for those who have none yet. */
export function exampleLog(): ProgressRecord[] {
  const lesson = "create-and-read-only";
  const exercise = "cart-read-only";
  const at = (minute: string) => `2026-03-02T${minute}:00.000Z`;
  return [
    progressEvent("LessonOpened", { lesson }, at("09:00"), "e0"),
    progressEvent("PartRead", { lesson, part: "explain" }, at("09:05"), "e1"),
    progressEvent("CheckFailed", { exercise, attempt: "312-k3v9" }, at("09:09"), "e2"),
    progressEvent("HintRead", { exercise, hint: 1 }, at("09:10"), "e3"),
    progressEvent("ExercisePassed", { exercise, solution: "no", records: 8, logs: 200 }, at("09:13"), "e4"),
    progressEvent("QuizAnswered", { lesson, question: 0, option: 2, right: true }, at("09:14"), "e5"),
  ];
}
