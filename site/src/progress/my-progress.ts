import { remember } from "../lessons/memory.ts";
import { restoreExercise } from "../workbench/memory.ts";
import { bounded } from "./compaction.ts";
import type { ProgressRecord } from "./event.ts";
import { type Progress, progressIn } from "./fold.ts";
import { keptCode, takeInCode } from "./kept-code.ts";
import { merged } from "./merge.ts";
import { keepText, keptNames, textOf } from "./names.ts";
import { untold } from "./older-memory.ts";
import { browserStore, type ProgressStore } from "./store.ts";

/** The log of what the learner did in this browser. Memory from before there was a log is appended to it first. */
export function myLog(store: ProgressStore = browserStore): ProgressRecord[] {
  const log = store.read();
  const missing = untold(log);
  if (missing.length > 0) store.append(missing);
  return merged(log, missing);
}

/** The same with the code that is kept: all that an exported file holds. */
export const wholeLog = (): ProgressRecord[] => merged(myLog(), keptCode());

/** Where the learner stands. */
export const myProgress = (): Progress => progressIn(myLog());

/**
 * Unites a log with this browser's. What is remembered of exercises and quizzes is computed from it again; a draft that
 * stands here already stays. Nothing is lost, unless there is more than a browser keeps (compaction.ts). Gives how many of the records were new.
 */
export function takeIn(records: ProgressRecord[], store: ProgressStore = browserStore): number {
  const mine = wholeLog();
  const all = merged(mine, records);
  const isCode = ({ event }: ProgressRecord) => event.type === "CodeKept";
  const facts = all.filter((record) => !isCode(record));
  const progress = progressIn(facts);
  for (const [id, known] of Object.entries(progress.exercises)) restoreExercise(id, known);
  for (const [slug, { tries }] of Object.entries(progress.lessons))
    if (tries.length > 0) remember(`quiz:${slug}`, tries);
  store.replace(bounded(merged(facts, takeInCode(all.filter(isCode)))));
  return all.length - mine.length;
}

/** What is cleared: progress and code. How the learner likes the workbench, and the theme, stay. */
const cleared = ["exercise/", "versions/", "quiz:", "reading/", "last-lesson", "progress"];

/** Forgets everything that the learner did. Gives how to take it back, as long as the page stands. */
export function clearAll(): () => void {
  const names = cleared.flatMap((kind) => keptNames(kind).map((rest) => kind + rest));
  const before = names.map((name) => [name, textOf(name)] as const);
  for (const name of names) keepText(name, null);
  const changed = () => dispatchEvent(new CustomEvent("offset-zero:memory", { detail: "progress" }));
  changed();
  return () => {
    for (const [name, text] of before) keepText(name, text);
    changed();
  };
}
