import { type ProgressRecord, progressEvent } from "./progress-event.ts";
import { browserStore } from "./progress-store.ts";

/** A lesson that is reloaded, or left for less than this, is not opened again; milliseconds. */
const visit = 30 * 60_000;

export function noteOpened(lesson: string): void {
  const last = browserStore.read().findLast(({ event }) => event.type === "LessonOpened");
  const since = last?.key === lesson ? Date.now() - Date.parse(last.event.metadata.occurredAt) : visit;
  if (since >= visit) browserStore.append([progressEvent("LessonOpened", { lesson })]);
}

export function noteRead(lesson: string, parts: string[]): void {
  if (parts.length > 0) noteNew(parts.map((part) => progressEvent("PartRead", { lesson, part })));
}

/** Somebody says that they know a lesson; passing the exercise will show it. */
export const noteClaim = (lesson: string, exercise: string): void =>
  noteNew([progressEvent("LessonClaimed", { lesson, exercise })]);

/** `right` and `tries` are indexes of a question's options. */
export function noteAnswers(lesson: string, questions: { right: number[]; tries: number[] }[]): void {
  const answers = questions.flatMap(({ right, tries }, question) =>
    tries.map((option) =>
      progressEvent("QuizAnswered", { lesson, question, option, right: right.includes(option) }),
    ),
  );
  if (answers.length > 0) noteNew(answers);
}

/** Appends what the log does not say yet. */
function noteNew(facts: ProgressRecord[]): void {
  const known = new Set(browserStore.read().map(factKey));
  const fresh = facts.filter((fact) => !known.has(factKey(fact)));
  if (fresh.length > 0) browserStore.append(fresh);
}

const factKey = ({ event: { type, data } }: ProgressRecord) => JSON.stringify([type, data]);
