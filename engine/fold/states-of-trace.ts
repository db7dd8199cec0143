import type { Json } from "./json.ts";
import { applyPatch } from "./json-patch.ts";
import type { Trace, TraceMessage } from "./trace.ts";

/**
 * The state after step `index`; -1 is the initial state. Patches do not run backwards, so it starts from the nearest
 * keyframe before and applies the patches from there.
 */
export function stateAt(trace: Pick<Trace, "start" | "steps" | "keyframes">, index: number): Json {
  const keyframe = trace.keyframes.findLast((k) => k.index <= index);
  const state = keyframe ? keyframe.state : trace.start.state;
  const steps = trace.steps.slice((keyframe?.index ?? -1) + 1, index + 1);
  return applyPatch(
    state,
    steps.flatMap(({ patch }) => patch),
  );
}

/** Every state of a trace: the initial one first, then the state after each step. */
export function statesOf(trace: Pick<Trace, "start" | "steps">): Json[] {
  const states = [trace.start.state];
  for (const step of trace.steps) states.push(applyPatch(states.at(-1) as Json, step.patch));
  return states;
}

/** A run's messages as one trace. Throws if the start or the end is missing. */
export function collectTrace(messages: TraceMessage[]): Trace {
  const start = messages.find((m) => m.kind === "start");
  const end = messages.find((m) => m.kind === "end");
  if (!start || !end) throw new Error("A trace needs its start and its end.");
  return {
    start,
    steps: messages.filter((m) => m.kind === "step"),
    keyframes: messages.filter((m) => m.kind === "keyframe"),
    end,
  };
}
