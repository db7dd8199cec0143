import type { Verdict } from "../fold/trace.ts";
import { type FoldEnd, fold, type Moment } from "../sandbox/fold.ts";
import { limits } from "../sandbox/limits.ts";
import { type Opened, open, prepare } from "../sandbox/open.ts";
import type { Health, RunRequest } from "../sandbox/run-request.ts";
import type { Stop } from "../sandbox/stops.ts";
import { type Marked, marked } from "./marked.ts";
import type { LinesMessage, MissingLines } from "./messages.ts";
import { linesEnd } from "./sentences.ts";

const limitVerdicts = new Set<Verdict>(["time-limit", "memory-limit", "stack-limit"]);

const hitLimit = (stop: Stop | null) => stop !== null && limitVerdicts.has(stop.verdict);

/**
 * Folds once more to see which lines each step runs through: the code itself and, a step ahead of it, the code with marks,
 * both under the run's seed and limits. Lines are told as long as both give the same states. Marks cost no ticks, so none
 * takes a run past its budget. Does not throw.
 */
export async function litLines(
  wasm: WebAssembly.Module,
  request: RunRequest,
  emit: (message: LinesMessage) => void,
): Promise<Health> {
  try {
    const prepared = prepare(request.source);
    if ("stop" in prepared) {
      emit(linesEnd("source"));
      return prepared.fault ? "fault" : "healthy";
    }
    const code = marked(prepared.code);
    emit(linesEnd(code ? await follow(wasm, request, prepared.code, code, emit) : "source"));
    return "healthy";
  } catch {
    emit(linesEnd("engine-fault"));
    return "fault";
  }
}

/** Tells the lines of each step; gives why some are missing. */
async function follow(
  wasm: WebAssembly.Module,
  request: RunRequest,
  code: string,
  { code: markedCode, name, lines }: Marked,
  emit: (message: LinesMessage) => void,
): Promise<MissingLines | null> {
  const opening = (code: string) => ({ ...request, code });
  const hooks = () => ({ freezing: true, print: printing() });
  const plain = await open(wasm, opening(code), hooks());
  if (!("guest" in plain)) return hitLimit(plain) ? "limit" : "source";
  try {
    const bytes = { name, count: lines.length };
    const passing = await open(wasm, opening(markedCode), { ...hooks(), bytes });
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
  { plain, passing }: { plain: Opened; passing: Opened },
  linesOfMarks: number[][],
  emit: (message: LinesMessage) => void,
): MissingLines | null {
  const expected = fold(plain.guest, request, plain.views);
  const moments = fold(passing.guest, request, passing.views);
  let told = 0;
  for (let index = -1; ; index++) {
    const moment = moments.next();
    const bytes = passing.guest.takeBytes();
    if (bytes === null) return "state-differs";
    const lines = linesPassed(bytes, linesOfMarks);
    told += lines.length;
    if (told > limits.litLines) return "limit";
    const other = expected.next();
    const limited = moment.done && hitLimit(moment.value.stop);
    if (!same(moment, other)) return limited ? "limit" : "state-differs";
    // A step that stopped is told as far as it came.
    if (!moment.done || moment.value.stop) emit({ kind: "lines", index, lines });
    if (moment.done) return limited ? "limit" : null;
  }
}

type Next = IteratorResult<Moment, FoldEnd>;

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

/** What prints as much as a run may, in lines, and is heard by nobody: the run has told it. */
function printing(): () => boolean {
  let printed = 0;
  return () => ++printed <= limits.consoleLines;
}
