import { readRecord } from "../../../../engine/fold/event.ts";
import type { Json } from "../../../../engine/fold/json.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";

/** An event to begin with: as the log has one last, else with what its declaration names. */
export interface Template {
  type: string;
  data: Json;
}

/** The event types of an exercise: those its log holds, and those that its `events.d.ts` declares beside them. */
export function templatesOf({
  records,
  exercise,
}: Pick<ExercisePayload, "records" | "exercise">): Template[] {
  const inLog = new Map<string, Json>();
  for (const raw of records) {
    const record = readRecord(raw);
    if ("event" in record) inLog.set(record.event.type, record.event.data);
  }
  const declared = [...exercise.typesText.matchAll(/EventOf<\s*"(\w+)"\s*,\s*(\{[^{}]*\}|[^{}>]*)/g)];
  // A type that has several versions is declared once for each: the first will do.
  const events = new Map<string, Json>();
  for (const [, type = "", shape = ""] of declared) {
    if (!events.has(type)) events.set(type, inLog.get(type) ?? emptyOf(shape));
  }
  for (const [type, data] of inLog) events.set(type, data);
  return [...events].map(([type, data]) => ({ type, data }));
}

const beginnings: Record<string, Json> = { string: "", number: 0, boolean: false };

/** `{ sku: string; qty: number }` with nothing in it yet. What is more than a plain member begins as null. */
function emptyOf(shape: string): Json {
  const members = [...shape.matchAll(/(\w+)(\?)?\s*:\s*([^;{}]+)/g)].filter(([, , optional]) => !optional);
  return Object.fromEntries(members.map(([, name, , type = ""]) => [name, beginnings[type.trim()] ?? null]));
}
