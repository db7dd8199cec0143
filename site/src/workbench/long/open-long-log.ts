import type { Slice, Trace, TraceEnd, TraceMessage } from "../../../../engine/fold/trace.ts";
import type { CardSource } from "../../../../figures/lane/card-source.ts";
import type { CardMark } from "../../../../figures/lane/lane-card.ts";
import { verdictsNotAboutCode } from "../../exercise/code-versions/code-versions.ts";
import type { FoldedLog } from "../../exercise/folded-log.ts";
import type { FoldSession, Handle, WindowRequest } from "../../session/session-interface.ts";
import { addMessages, emptyTrace } from "../state/grow-trace.ts";
import type { TapeCard } from "../tape/tape-cards.ts";
import { longLogCards } from "./long-log-cards.ts";
import { type TapeLog, tapeLogOf, topicLog } from "./long-log-on-tape.ts";
import { RecordCache } from "./record-cache.ts";

/** A long log as the workbench looks at it. */
export interface OpenedLog {
  log: TapeLog;
  /** Its cards, with what a fold of it says of single places. */
  source(whole: TraceEnd | null, part: TraceEnd): CardSource<TapeCard>;
  /** The last place that has been folded, -1 where none is known to be; `taken` records of the fold's order have. */
  reach(whole: TraceEnd | null, taken: number): number;
  /** The steps around a place, as a trace with the place of each step. */
  window(
    session: FoldSession,
    runId: string,
    place: number,
    like: Trace,
    done: (window: Window) => void,
  ): Handle;
}

export interface Window {
  trace: Trace;
  places: number[];
  /** The place of the record that stopped the window, where one did. */
  stopped: number | null;
}

/** Whether a fold ended for something that is not the code's doing, such as a log that could not be read further. */
const isInterrupted = ({ verdict }: TraceEnd): boolean => verdictsNotAboutCode.includes(verdict);

export async function openLog(from: FoldedLog, slice: Slice, session: FoldSession): Promise<OpenedLog> {
  const log = from.kind === "long" ? await tapeLogOf(from.log) : topicLog(slice, session);
  const cache = new RecordCache(log);
  const placeIn = (end: TraceEnd) => (end.at?.position ? log.placeOf(end.at.position) : null);

  return {
    log,
    source(whole, part) {
      const marks = new Map<number, CardMark>();
      for (const end of [part, whole]) {
        const place = end && end.verdict !== "ok" && !isInterrupted(end) ? placeIn(end) : null;
        if (place !== null) marks.set(place, end?.verdict === "nondeterministic" ? "divergent" : "failing");
      }
      return longLogCards(cache, marks);
    },
    reach(whole, taken) {
      if (whole) {
        const stopped = whole.verdict === "ok" ? null : placeIn(whole);
        if (stopped === null) return log.count - 1;
        // The record at which a fold was interrupted is not folded.
        return isInterrupted(whole) ? stopped - 1 : stopped;
      }
      // In several partitions of a topic nobody knows yet which records of each were taken.
      return from.kind === "long" || slice.partitions.length === 1 ? Math.min(taken, log.count) - 1 : -1;
    },
    window(session, runId, place, like, done) {
      const messages: TraceMessage[] = [];
      let handle: Handle | null = null;
      let given = false;
      const ask = (position: Pick<WindowRequest, "partition" | "offset">) =>
        session.window({ runId, place, ...position }, (message) => {
          if (message.kind === "waiting") return;
          messages.push(message);
          if (message.kind !== "end") return;
          const trace = addMessages(emptyTrace(like), messages);
          // A step that lies nowhere on the tape stands at no place: nothing equals NaN.
          const places = trace.steps.map(
            (step) => (step.position && log.placeOf(step.position)) ?? Number.NaN,
          );
          done({ trace, places, stopped: trace.end.verdict === "ok" ? null : placeIn(trace.end) });
        });
      void log.positionAt(place).then((position) => {
        if (!given) handle = ask(position);
      });
      return {
        cancel() {
          given = true;
          handle?.cancel();
        },
      };
    },
  };
}
