import type { RawRecord } from "../../fold/event.ts";
import { pathOfFirstDifference } from "../../fold/laws/violation.ts";
import type { Trace } from "../../fold/trace.ts";
import type { TraceRecords } from "./check-snapshot-law.ts";
import type { RestoredSnapshot, Snapshot } from "./events.ts";

/** Characters of a source's hash that name its version. */
const versionCharacters = 8;

/** The version of a reducer: the beginning of the hash of its source, which changes with every character of it. */
export const reducerVersionOf = ({ start }: Trace): string => start.sourceHash.slice(0, versionCharacters);

/** A snapshot in the middle of the log. Throws why the code stopped. */
export async function takeSnapshot(trace: TraceRecords, records: RawRecord[]): Promise<Snapshot> {
  const position = Math.ceil(records.length / 2);
  const folded = completed(await trace(records.slice(0, position)));
  return { state: folded.end.state, position, reducerVersion: reducerVersionOf(folded) };
}

/** Goes on from a snapshot with the code of now, and folds all with it. Throws why the code stopped. */
export async function restoreSnapshot(
  trace: TraceRecords,
  records: RawRecord[],
  { state, position }: Snapshot,
): Promise<RestoredSnapshot> {
  const whole = completed(await trace(records));
  const restored = completed(await trace(records.slice(position), state));
  const [one, other] = [whole.end.state, restored.end.state];
  return {
    reducerVersion: reducerVersionOf(whole),
    fromSnapshot: other,
    whole: one,
    path: pathOfFirstDifference(one, other),
  };
}

function completed(trace: Trace): Trace {
  if (trace.end.verdict !== "ok") throw new Error(trace.end.message);
  return trace;
}
