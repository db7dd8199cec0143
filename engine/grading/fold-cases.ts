import { collectTrace } from "../fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../fold/trace.ts";
import type { Engine } from "../sandbox/engine.ts";
import type { FoldCases } from "./fold-job.ts";

/** How long the thread's timers and messages wait at most, in ms, while case after case is folded: a fold waits for nothing. */
const longestTurn = 100;

/** Folds case after case in this thread, without a hard limit: whoever runs code that may never end must watch it. */
export function foldCasesIn(engine: Engine): FoldCases {
  let turnEnds = 0;
  return async (job, cases) => {
    const traces: Trace[] = [];
    for (const each of cases) {
      if (performance.now() > turnEnds) {
        await new Promise((resolve) => setTimeout(resolve));
        turnEnds = performance.now() + longestTurn;
      }
      const messages: TraceMessage[] = [];
      const slice = { topic: "given", partitions: [] };
      await engine.run({ runId: "check", slice, ...job, ...each }, (message) => messages.push(message));
      traces.push(collectTrace(messages));
    }
    return traces;
  };
}
