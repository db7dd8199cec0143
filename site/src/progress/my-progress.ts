import { writeExercise } from "../exercise/exercise-memory.ts";
import { keptNames, storeText, textOf } from "../storage/local-storage.ts";
import { remember } from "../storage/remembered-value.ts";
import { codeKeptEvents, importCode } from "./code-kept-events.ts";
import { limitLog } from "./compact-log.ts";
import { type Progress, progressIn } from "./fold-progress.ts";
import { mergeProgressLogs } from "./merge-progress-logs.ts";
import { missingProgressEvents } from "./missing-progress-events.ts";
import type { ProgressRecord } from "./progress-event.ts";
import { browserStore, type ProgressStore } from "./progress-store.ts";

/** The log of what the learner did in this browser. Memory from before there was a log is appended to it first. */
export function readProgressLog(store: ProgressStore = browserStore): ProgressRecord[] {
  const log = store.read();
  const missing = missingProgressEvents(log);
  if (missing.length > 0) store.append(missing);
  return mergeProgressLogs(log, missing);
}

/** The same with the code that is kept: all that an exported file holds. */
export const wholeLog = (): ProgressRecord[] => mergeProgressLogs(readProgressLog(), codeKeptEvents());

/** Where the learner stands. */
export const myProgress = (): Progress => progressIn(readProgressLog());

/**
 * Unites a log with this browser's. What is remembered of exercises and quizzes is computed from it again; a draft that
 * stands here already stays. Nothing is lost, unless there is more than a browser keeps (compact-log.ts). Gives how many of the records were new.
 */
export function importRecords(records: ProgressRecord[], store: ProgressStore = browserStore): number {
  const mine = wholeLog();
  const all = mergeProgressLogs(mine, records);
  const isCode = ({ event }: ProgressRecord) => event.type === "CodeKept";
  const facts = all.filter((record) => !isCode(record));
  const progress = progressIn(facts);
  for (const [id, known] of Object.entries(progress.exercises)) writeExercise(id, known);
  for (const [slug, { tries }] of Object.entries(progress.lessons))
    if (tries.length > 0) remember(`quiz:${slug}`, tries);
  store.replace(limitLog(mergeProgressLogs(facts, importCode(all.filter(isCode)))));
  return all.length - mine.length;
}

/** What is cleared: progress and code. How the learner likes the workbench, and the theme, stay. */
const cleared = ["exercise/", "versions/", "quiz:", "reading/", "last-lesson", "progress"];

/** Forgets everything that the learner did. Gives how to take it back, as long as the page stands. */
export function clearAll(): () => void {
  const names = cleared.flatMap((kind) => keptNames(kind).map((rest) => kind + rest));
  const before = names.map((name) => [name, textOf(name)] as const);
  for (const name of names) storeText(name, null);
  const changed = () => dispatchEvent(new CustomEvent("offset-zero:memory", { detail: "progress" }));
  changed();
  return () => {
    for (const [name, text] of before) storeText(name, text);
    changed();
  };
}
