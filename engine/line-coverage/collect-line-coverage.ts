import type { Verdict } from "../fold/trace.ts";
import { FoldCancelled, type IsCancelled } from "../sandbox/cancellation.ts";
import { type FoldEnd, fold, type RawStep } from "../sandbox/fold.ts";
import type { Failure } from "../sandbox/fold-failures.ts";
import { limits } from "../sandbox/limits.ts";
import { type OpenedModule, openLearnerModule, prepareSource } from "../sandbox/open-module.ts";
import type { Health, RunRequest } from "../sandbox/run-request.ts";
import { linesEnd } from "./end-message.ts";
import { type InstrumentedCode, instrument } from "./instrument.ts";
import type { LinesMessage, MissingLines } from "./line-coverage-messages.ts";

const limitVerdicts = new Set<Verdict>(["time-limit", "memory-limit", "stack-limit"]);

const hitLimit = (stop: Failure | null) => stop !== null && limitVerdicts.has(stop.verdict);

/**
 * Folds once more to see which lines each step runs through: the code itself and, a step ahead of it, the code with marks,
 * both under the run's seed and limits. Lines are told as long as both give the same states. Marks cost no ticks, so none
 * takes a run past its budget. Does not throw.
 */
export async function collectLineCoverage(
  wasm: WebAssembly.Module,
  isGivenUp: IsCancelled,
  request: RunRequest,
  emit: (message: LinesMessage) => void,
): Promise<Health> {
  try {
    const prepared = prepareSource(request.source);
    if ("stop" in prepared) {
      emit(linesEnd("source"));
      return prepared.fault ? "fault" : "healthy";
    }
    const code = instrument(prepared.code);
    emit(linesEnd(code ? await follow(wasm, isGivenUp, request, prepared.code, code, emit) : "source"));
    return "healthy";
  } catch (error) {
    if (error instanceof FoldCancelled) {
      emit(linesEnd("cancelled"));
      return "healthy";
    }
    emit(linesEnd("engine-fault"));
    return "fault";
  }
}

/** Tells the lines of each step; gives why some are missing. */
async function follow(
  wasm: WebAssembly.Module,
  isGivenUp: IsCancelled,
  request: RunRequest,
  code: string,
  { code: markedCode, name, lines }: InstrumentedCode,
  emit: (message: LinesMessage) => void,
): Promise<MissingLines | null> {
  const opening = (code: string) => ({ ...request, code });
  const hooks = () => ({ freezing: true, print: printing(), isGivenUp });
  const plain = await openLearnerModule(wasm, opening(code), hooks());
  if (!("guest" in plain)) return hitLimit(plain) ? "limit" : "source";
  try {
    const bytes = { name, count: lines.length };
    const passing = await openLearnerModule(wasm, opening(markedCode), { ...hooks(), bytes });
    if (!("guest" in passing)) return hitLimit(passing) ? "limit" : "source";
    try {
      return compare(request, { plain, passing }, lines, emit);
    } finally {
      passing.guest.dispose();
    }
  } finally {
    plain.guest.dispose();
  }
}

function compare(
  request: RunRequest,
  { plain, passing }: { plain: OpenedModule; passing: OpenedModule },
  linesOfMarks: number[][],
  emit: (message: LinesMessage) => void,
): MissingLines | null {
  const expected = fold(plain.guest, request, plain.views);
  const rawSteps = fold(passing.guest, request, passing.views);
  let reported = 0;
  for (let index = -1; ; index++) {
    const moment = rawSteps.next();
    const bytes = passing.guest.takeBytes();
    if (bytes === null) return "state-differs";
    const lines = linesPassed(bytes, linesOfMarks);
    reported += lines.length;
    if (reported > limits.coveredLines) return "limit";
    const other = expected.next();
    const limited = moment.done && hitLimit(moment.value.stop);
    if (!same(moment, other)) return limited ? "limit" : "state-differs";
    // A step that stopped is reported with the lines it reached.
    if (!moment.done || moment.value.stop) emit({ kind: "lines", index, lines });
    if (moment.done) return limited ? "limit" : null;
  }
}

type Next = IteratorResult<RawStep, FoldEnd>;

function same(a: Next, b: Next): boolean {
  if (a.done || b.done)
    return a.done === true && b.done === true && a.value.stop?.verdict === b.value.stop?.verdict;
  const [{ written, result }, other] = [a.value, b.value];
  return result === other.result && written.every(({ json }, i) => json === other.written[i]?.json);
}

function linesPassed(bytes: Uint8Array, linesOfMarks: number[][]): number[] {
  const lines = new Set<number>();
  for (let mark = bytes.indexOf(1); mark >= 0; mark = bytes.indexOf(1, mark + 1)) {
    for (const line of linesOfMarks[mark] ?? []) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}

/** Accepts as many console lines as a run may print and drops them: the run has reported them already. */
function printing(): () => boolean {
  let printed = 0;
  return () => ++printed <= limits.consoleLines;
}
