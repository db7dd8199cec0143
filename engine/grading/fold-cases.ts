import { collectTrace } from "../fold/steps.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import type { Engine } from "../sandbox/run.ts";
import type { FoldCases } from "./cases.ts";

/** Folds case after case in this thread. No hard limit is kept: whoever folds code that may not end watches from outside. */
export function foldCasesIn(engine: Engine): FoldCases {
  return async (job, cases) => {
    const traces: Trace[] = [];
    for (const each of cases) {
      const messages: TraceMessage[] = [];
      const slice = { topic: "given", partitions: [] };
      await engine.run({ runId: "check", slice, ...job, ...each }, (message) => messages.push(message));
      traces.push(collectTrace(messages));
    }
    return traces;
  };
}
