import type { RawRecord } from "../../../engine/fold/event.ts";
import { collectTrace } from "../../../engine/fold/steps.ts";
import { myLog as words } from "../../../language/english/my-log.ts";
import { happened, type ProgressRecord } from "../progress/event.ts";
import { blankExercise } from "../workbench/made.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import type { Workings } from "./workings.ts";

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
  { starter, starterHtml, typesText, typesHtml }: Workings,
): Omit<ExercisePayload, "trace"> {
  return {
    made: "here",
    exercise: {
      ...blankExercise(topic, words.title),
      ...{ starter, starterHtml, typesText, typesHtml, topic },
      wording: { events: words.wording },
      slice: { topic, partitions: [{ partition: 0, from: 0, to: log.length }] },
    },
    records: recordsOf(log, topic),
  };
}

/** The same with the page's own fold of it, made in this browser, so that there is something to step through at once. */
export async function folded(payload: Omit<ExercisePayload, "trace">): Promise<ExercisePayload> {
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
    happened("LessonOpened", { lesson }, at("09:00"), "e0"),
    happened("PartRead", { lesson, part: "explain" }, at("09:05"), "e1"),
    happened("CheckFailed", { exercise, attempt: "312-k3v9" }, at("09:09"), "e2"),
    happened("HintRead", { exercise, hint: 1 }, at("09:10"), "e3"),
    happened("ExercisePassed", { exercise, solution: "no", records: 8, logs: 200 }, at("09:13"), "e4"),
    happened("QuizAnswered", { lesson, question: 0, option: 2, right: true }, at("09:14"), "e5"),
  ];
}
