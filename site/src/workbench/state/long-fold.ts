import type { Position } from "../../../../engine/fold/event.ts";
import type { Progress, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import { stoppedAt } from "./grow-trace.ts";

/**
 * A fold too long for every step to be at hand. The tape's `trace` then holds the steps around one record, folded again
 * from the keyframe before it, and a cursor into them; where one stands on the tape is a place, counted from 0.
 */
export interface LongFold {
  runId: string;
  /** How the whole fold ended; null while it goes on. */
  end: TraceEnd | null;
  /** Records taken so far. */
  taken: number;
  /** Whether the learner has chosen a place; until then the end of the fold is where one goes. */
  moved: boolean;
  /** Records from which on the breakpoint holds, as far as they were told. */
  breaks: Position[];
  /** The place one stands at, -1 before the first record; may be beyond the last until the log's length is known. */
  at: number;
  /** The place of each step of the trace. */
  places: number[];
  /** Whether the trace is still that of another place. */
  loading: boolean;
  /** Why the steps around the place cannot be shown. */
  problem: TraceEnd | null;
}

/** A run whose steps do not all come: only its progress and its end say how many there are. */
export function isLong({ steps, end }: Trace, progress: Progress | null): boolean {
  return steps.length === 0 && (end.steps > 0 || progress?.phase === "folding");
}

/** A long fold that has just begun, and a trace of no step yet. */
export function openLong(arrived: Trace): { long: LongFold; trace: Trace } {
  const { runId, state } = arrived.start;
  const end = { ...arrived.end, verdict: "ok" as const, message: "", at: null, state, steps: 0 };
  return {
    long: {
      runId,
      end: null,
      taken: 0,
      moved: false,
      breaks: [],
      at: -1,
      places: [],
      loading: true,
      problem: null,
    },
    trace: { ...arrived, end },
  };
}

/** The fold with what its run says of it. At its end it goes to `landing`, unless the learner has chosen a place. */
export function advance(
  long: LongFold,
  { end, progress, breaks }: { end: TraceEnd | null; progress: Progress | null; breaks: Position[] },
  landing: number,
): LongFold {
  const taken = Math.max(long.taken, progress?.records ?? 0);
  const next = { ...long, end, taken, breaks };
  return end && !long.moved && landing !== long.at ? { ...next, at: landing, loading: true } : next;
}

/** The step of the trace that stands at a place; null where the trace has none. */
function stepAt({ places }: LongFold, place: number): number | null {
  const step = places.indexOf(place);
  return step >= 0 ? step : null;
}

/** Stands at another place: at once where the trace has its step, else the steps around it have to be asked for. */
export function seek(long: LongFold, place: number): { long: LongFold; cursor: number | null } {
  const cursor = stepAt(long, place);
  return { long: { ...long, at: place, moved: true, loading: cursor === null, problem: null }, cursor };
}

/** Takes in the steps around `place`; `stopped` is the place of the record that stopped them, where one did. */
export function openWindow(
  trace: Trace,
  long: LongFold,
  { place, places, stopped }: { place: number; places: number[]; stopped: number | null },
): { long: LongFold; cursor: number } {
  const here = { ...long, places, problem: null };
  const exact = stepAt(here, long.at);
  if (exact !== null) return { long: { ...here, loading: false }, cursor: exact };
  if (place !== long.at) return { long: { ...here, loading: true }, cursor: -1 };
  if (stopped === place && stoppedAt(trace, trace.steps.length)) {
    return { long: { ...here, loading: false }, cursor: trace.steps.length };
  }
  // Its record is not folded: the state is that of the step before it.
  const before = Math.max(-1, ...places.filter((each) => each < place));
  return { long: { ...here, loading: false }, cursor: places.indexOf(before) };
}

/** What the messages of a run say beside its trace. */
export function lastReports(messages: TraceMessage[]): { progress: Progress | null; breaks: Position[] } {
  return {
    progress: messages.findLast((message) => message.kind === "progress") ?? null,
    breaks: messages.flatMap((message) => (message.kind === "break" ? [message.position] : [])),
  };
}
