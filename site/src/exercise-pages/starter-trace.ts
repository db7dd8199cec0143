import { collectTrace } from "../../../engine/fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import type { Exercise } from "../../../exercises/catalog.ts";
import { starterRun } from "../../../exercises/page.ts";

const engine = loadNodeEngine();

/** Folds an exercise's log with its starter code, so that there is something to step through before any server answered. */
export function starterTrace(exercise: Exercise): Promise<Trace> {
  return traceOf(starterRun(exercise));
}

/** The trace of a run, made by the engine while the site is built. */
export async function traceOf(request: RunRequest): Promise<Trace> {
  const messages: TraceMessage[] = [];
  await (await engine).run(request, (message) => messages.push(message));
  return collectTrace(messages);
}
