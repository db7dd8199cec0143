import { type RawRecord, readRecord } from "../event.ts";
import type { Json } from "../json.ts";
import { statesOf } from "../states-of-trace.ts";
import type { Trace, Verdict } from "../trace.ts";
import type { Folded } from "./folding-interface.ts";

/** Verdicts that say nothing about the code. */
const unjudged: Verdict[] = ["engine-fault", "busy", "cancelled", "log-unavailable"];

/** A trace of these records, as a folding's answer. Throws where the trace ended for a reason outside the code. */
export function foldedFromTrace(trace: Trace, records: RawRecord[]): Folded {
  const { verdict, message, at } = trace.end;
  if (unjudged.includes(verdict)) throw new Error(`The fold has no result: ${verdict}. ${message}`);
  const began = verdict === "ok" || trace.steps.length > 0 || (at?.index ?? -1) >= 0;
  const after = statesOf(trace);
  const states: Json[] = began ? [after[0] as Json] : [];
  let steps = 0;
  for (const record of began ? records : []) {
    const isEvent = "event" in readRecord(record);
    if (isEvent && steps === trace.steps.length) break;
    if (isEvent) steps++;
    states.push(after[steps] as Json);
  }
  return {
    states,
    stopped: verdict === "ok" ? null : { message, ...(at?.changed && { changed: at.changed }) },
  };
}
