import { isObject } from "../../../engine/fold/json.ts";
import type { ProgressFacts, ProgressRecord, ProgressType } from "./progress-event.ts";

type Field = "text" | "number" | "yes-no";

/** What every event type has to say, so that what a file brings can be folded. More than that may stand there. */
const fields: Record<ProgressType, Record<string, Field>> = {
  LessonOpened: { lesson: "text" },
  PartRead: { lesson: "text", part: "text" },
  QuizAnswered: { lesson: "text", question: "number", option: "number", right: "yes-no" },
  LessonClaimed: { lesson: "text", exercise: "text" },
  HintRead: { exercise: "text", hint: "number" },
  CheckFailed: { exercise: "text", attempt: "text" },
  SolutionPartSeen: { exercise: "text", seen: "number", of: "number" },
  SolutionSeen: { exercise: "text", how: "text" },
  ExercisePassed: { exercise: "text", solution: "text", records: "number", logs: "number" },
  BestImproved: { exercise: "text", statements: "number" },
  CodeKept: { exercise: "text", source: "text" },
} satisfies { [Type in ProgressType]: Partial<Record<keyof ProgressFacts[Type], Field>> };

/** Counts in a file are small: a quiz with a million questions is a mistake, and would be made room for. */
const mostCount = 100_000_000;
const mostPlaces = 1_000;

const fits: Record<Field, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostCount,
  "yes-no": (value) => typeof value === "boolean",
};

/** A log as the file that is exported: one record a line, with the moment as Kafka would note it. */
export function ndjsonOf(log: ProgressRecord[]): string {
  return log
    .map(({ key, event }) => {
      const timestamp = Date.parse(event.metadata.occurredAt);
      return `${JSON.stringify({ key, timestamp, event })}\n`;
    })
    .join("");
}

/** Why a line is no record of progress. The sentence for people is the page's. */
export type LineProblem = "not-json" | "no-event" | "no-id" | "no-time" | "unknown-type" | "data";

export interface ReadFile {
  records: ProgressRecord[];
  /** Lines that were left out, counted from 1. */
  flaws: { line: number; flaw: LineProblem; type?: string }[];
}

/** Reads an exported file. A line that is no record is named and left out; empty lines are nothing. */
export function readNdjson(text: string): ReadFile {
  const read: ReadFile = { records: [], flaws: [] };
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const found = recordIn(line);
    if ("flaw" in found) read.flaws.push({ line: index + 1, ...found });
    else read.records.push(found);
  });
  return read;
}

function recordIn(line: string): ProgressRecord | { flaw: LineProblem; type?: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { flaw: "not-json" };
  }
  if (!isObject(parsed) || !isObject(parsed.event)) return { flaw: "no-event" };
  const { type, data, metadata } = parsed.event;
  if (typeof type !== "string" || !isObject(data)) return { flaw: "no-event" };
  if (!isObject(metadata) || typeof metadata.id !== "string" || metadata.id === "") return { flaw: "no-id" };
  const { occurredAt } = metadata;
  if (typeof occurredAt !== "string" || Number.isNaN(Date.parse(occurredAt))) return { flaw: "no-time" };
  if (!Object.hasOwn(fields, type)) return { flaw: "unknown-type", type };
  const wanted = Object.entries(fields[type as ProgressType]);
  if (!wanted.every(([name, field]) => fits[field](data[name]))) return { flaw: "data", type };
  if (type === "QuizAnswered" && Math.max(Number(data.question), Number(data.option)) > mostPlaces)
    return { flaw: "data", type };
  const key = String(data.exercise ?? data.lesson);
  const event = { type, data, metadata: { id: metadata.id, occurredAt } };
  return { key, event } as unknown as ProgressRecord;
}
