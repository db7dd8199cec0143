import { isObject, type Json, type JsonObject } from "../../../../engine/fold/json.ts";
import { diff } from "../../../../engine/fold/json-patch.ts";
import type { Entry, Step } from "../../../../engine/fold/trace.ts";

/** A step with the states around it. */
export interface StepStates {
  before: Json;
  after: Json;
  /** Undefined before the first step. */
  step: Step | undefined;
}

/** A step of a fold by key as a step of its key alone: its states are that key's, and its patch leads from one to the other. */
export function stepOfKey({ before, after, step }: StepStates, { kind }: Entry): StepStates {
  if (!step) return { before: {}, after: {}, step };
  const key = step.key ?? "";
  const [own, next] = [stateOfKey(before, key, kind), stateOfKey(after, key, kind)];
  return { before: own, after: next, step: { ...step, patch: diff(own, next) } };
}

/** Of a projector, the views of the key by name. An empty object where the key has no state yet. */
function stateOfKey(state: Json, key: string, kind: Entry["kind"]): Json {
  if (kind !== "projector") return memberOf(state, key);
  const views = Object.entries(isObject(state) ? state : {});
  return Object.fromEntries(views.map(([view, byKey]) => [view, memberOf(byKey, key)])) as JsonObject;
}

const memberOf = (states: Json, key: string): Json =>
  (isObject(states) && Object.hasOwn(states, key) ? states[key] : undefined) ?? {};
