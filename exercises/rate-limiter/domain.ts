import type { Event } from "../../engine/fold/event.ts";
import { isObject, type Json, type JsonObject } from "../../engine/fold/json.ts";
import type { CheckContext } from "../../engine/grading/checks.ts";

export const windowLength = 60_000;

/** A request before the one at hand: how long ago it came, and what the reference answered. */
export interface EarlierRequest {
  id: string;
  offset: number;
  ago: number;
  letThrough: boolean;
}

/** A request, its two answers, and the earlier requests of its key. */
export interface RequestContext {
  id: string;
  key: string;
  expected: Json | undefined;
  actual: Json | undefined;
  own: EarlierRequest[];
}

/** What is compared: the answers of each key. */
export function answersByKey(state: Json): JsonObject {
  if (!isObject(state)) return {};
  const answersOf = (gate: Json) =>
    isObject(gate) && isObject(gate.answers ?? null) ? (gate.answers as Json) : null;
  return Object.fromEntries(Object.entries(state).map(([key, gate]) => [key, answersOf(gate)]));
}

function answersOf(compared: Json, key: string): JsonObject {
  const answers = isObject(compared) && Object.hasOwn(compared, key) ? compared[key] : null;
  return isObject(answers) ? answers : {};
}

/** The request at which the answers differ; null at a record that is not a request. */
export function requestAt({ event, history, before, expected, actual }: CheckContext): RequestContext | null {
  if (event?.type !== "RequestReceived") return null;
  const { id } = event.metadata;
  const key = event.metadata.key ?? "";
  const earlier = (of: Event): EarlierRequest => ({
    id: of.metadata.id,
    offset: of.metadata.position.offset,
    ago: Date.parse(event.metadata.occurredAt) - Date.parse(of.metadata.occurredAt),
    letThrough: answersOf(before, key)[of.metadata.id] === "let through",
  });
  return {
    id,
    key,
    expected: answersOf(expected, key)[id],
    actual: answersOf(actual, key)[id],
    own: history
      .filter(({ type, metadata }) => type === "RequestReceived" && metadata.key === key)
      .map(earlier),
  };
}

/** The ids of earlier requests of this key whose answer the learner changed or lost. */
export function lostAnswers({ event, before, actual }: CheckContext): string[] {
  const key = event?.metadata.key ?? "";
  const now = answersOf(actual, key);
  return Object.entries(answersOf(before, key)).flatMap(([id, answer]) => (now[id] === answer ? [] : [id]));
}
