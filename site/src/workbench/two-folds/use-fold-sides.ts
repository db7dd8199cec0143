import { useEffect, useState } from "react";
import type { RawRecord } from "../../../../engine/fold/event.ts";
import { collectTrace } from "../../../../engine/fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../../../../engine/fold/trace.ts";
import type { ExercisePayload } from "../../exercise/exercise-payload.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import type { FoldSession, Handle, Waiting } from "../../session/session-interface.ts";
import { type Side, sideOf } from "./fold-side.ts";

/** A fold that is to be shown beside another one. */
export interface FoldToAlign {
  name: string;
  source: string;
  log: FoldedLog;
  /** The log's records, in fold order. */
  records: RawRecord[];
  keys?: string[];
  goesOn?: boolean;
}

export interface Sides {
  /** The folds that `sides` are of. */
  of: FoldToAlign[] | null;
  /** Null until the first folds have arrived; those before stay while newer ones are on their way. */
  sides: Side[] | null;
  /** Why there is nothing to show. */
  problem: string | null;
  /** What the folds wait for at the server. */
  waiting: Waiting | null;
}

const nothingYet: Sides = { of: null, sides: null, problem: null, waiting: null };

/**
 * Folds one after the other, beside the fold on the tape. `folds` has to be the same array as long as nothing is to be
 * folded anew; null folds nothing.
 */
export function useFoldSides(
  payload: ExercisePayload,
  session: FoldSession | null,
  folds: FoldToAlign[] | null,
): Sides {
  const [state, setState] = useState(nothingYet);
  useEffect(() => {
    if (!session || !folds) return;
    let handle: Handle | null = null;
    const sides: Side[] = [];
    const next = (place: number) => {
      const fold = folds[place];
      if (!fold) return setState({ of: folds, sides, problem: null, waiting: null });
      const { source, log, name, records, keys, goesOn } = fold;
      const messages: TraceMessage[] = [];
      handle = session.run({ payload, source, log, beside: true }, (message) => {
        if (message.kind === "waiting") {
          const { waiting } = message;
          return setState((before) => ({ ...before, waiting }));
        }
        messages.push(message);
        if (message.kind !== "end") return;
        const trace = traceOf(messages);
        if (!trace) return setState({ of: folds, sides: null, problem: message.message, waiting: null });
        sides.push(sideOf(name, records, trace, { ...(keys && { keys }), ...(goesOn && { goesOn }) }));
        next(place + 1);
      });
    };
    next(0);
    return () => handle?.cancel();
  }, [payload, session, folds]);
  return state;
}

/** Null where a run came to no fold at all. */
function traceOf(messages: TraceMessage[]): Trace | null {
  return messages.some(({ kind }) => kind === "start") ? collectTrace(messages) : null;
}
