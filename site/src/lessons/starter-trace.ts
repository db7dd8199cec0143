import { collectTrace } from "../../../engine/fold/steps.ts";
import type { Trace, TraceMessage } from "../../../engine/fold/trace.ts";
import { loadEngine } from "../../../engine/sandbox/node.ts";
import { starterRun } from "../../../exercises/page.ts";
import type { Exercise } from "../../../exercises/shelf.ts";

const engine = loadEngine();

/** Folds an exercise's log with its starter code, so that there is something to step through before any server answered. */
export async function starterTrace(exercise: Exercise): Promise<Trace> {
  const messages: TraceMessage[] = [];
  await (await engine).run(starterRun(exercise), (message) => messages.push(message));
  return collectTrace(messages);
}
