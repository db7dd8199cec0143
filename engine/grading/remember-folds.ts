import type { Trace } from "../fold/trace.ts";
import type { FoldCase, FoldCases, FoldJob } from "./fold-job.ts";

/** Of so many sources, those that were folded last, the traces are kept. */
const rememberedSources = 16;

/**
 * Folds every case of a job once and remembers its trace, which is a function of both. Whoever grades many answers asks
 * the same again and again: the solution on the same small logs, an answer after its first finding. For a fold without a
 * hard limit only: what a hard limit ends depends on the machine.
 */
export function rememberFolds(fold: FoldCases): FoldCases {
  const traces = new Map<string, Map<string, Trace>>();
  return async (job, cases) => {
    const known = traces.get(job.source) ?? new Map<string, Trace>();
    traces.delete(job.source);
    traces.set(job.source, known);
    for (const source of [...traces.keys()].slice(0, -rememberedSources)) traces.delete(source);
    const names = cases.map((each) => nameOf(job, each));
    const missing = new Map(
      names.flatMap((name, i) => (known.has(name) ? [] : [[name, cases[i] as FoldCase]])),
    );
    const folded = missing.size > 0 ? await fold(job, [...missing.values()]) : [];
    for (const [i, name] of [...missing.keys()].entries()) {
      const trace = folded[i];
      if (trace) known.set(name, trace);
    }
    return names.flatMap((name) => known.get(name) ?? []);
  };
}

/** All that a trace follows from besides the source. */
function nameOf({ source: _, ...job }: FoldJob, one: FoldCase): string {
  return JSON.stringify([job, one]);
}
