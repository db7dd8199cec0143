import { type RawRecord, readRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import { foldedFromTrace } from "../../fold/laws/folded-from-trace.ts";
import type { Folding } from "../../fold/laws/folding-interface.ts";
import { snapshotLaw } from "../../fold/laws/snapshot-law.ts";
import type { Trace } from "../../fold/trace.ts";
import { withoutAnyPart } from "../../grading/delta-debugging.ts";
import type { LawResult } from "./events.ts";

/** A fold of some records by the code that is checked, with its trace. */
export type TraceRecords = (records: RawRecord[], from?: Json) => Promise<Trace>;

/** Smaller logs that are tried for the counterexample, at most. */
const mostTried = 300;

/**
 * The snapshot law at every cut of these records, with the smallest log found on which it is broken. A state that JSON
 * does not hold stops the fold, and so it cannot be saved: it is reduced in the same way.
 */
export async function checkSnapshotLaw(trace: TraceRecords, records: RawRecord[]): Promise<LawResult> {
  const folding: Folding = async (requests) => {
    const answers = [];
    for (const { records: some, from } of requests)
      answers.push(foldedFromTrace(await trace(some, from), some));
    return answers;
  };
  const { end } = await trace(records);
  if (end.verdict !== "ok") {
    const upTo = end.at?.position ? 1 + records.findIndex(({ position }) => same(position, end.at)) : 0;
    const smallest = await smallestLog(records.slice(0, upTo), async (some) => {
      const { verdict } = (await trace(some)).end;
      return verdict === end.verdict;
    });
    const again = await trace(smallest);
    return {
      kind: "stopped",
      values: smallest.map(({ value }) => value),
      unsavable: end.verdict === "state-invalid",
      message: again.end.message,
    };
  }
  const broken = await snapshotLaw(folding, records);
  if (!broken) return { kind: "holds", records: records.length, cuts: records.length };
  const smallest = await smallestLog(
    records.slice(0, broken.index + 1),
    async (some) => (await snapshotLaw(folding, some)) !== null,
  );
  const shown = (await snapshotLaw(folding, smallest)) ?? broken;
  return {
    kind: "broken",
    values: smallest.map(({ value }) => value),
    taken: shown.taken,
    kept: shown.kept,
    expected: shown.expected ?? null,
    ...(shown.actual !== undefined && { actual: shown.actual }),
  };
}

/** No single record can be left out of it, within the number of tries. */
async function smallestLog(
  records: RawRecord[],
  isFailing: (records: RawRecord[]) => Promise<boolean>,
): Promise<RawRecord[]> {
  let tries = 0;
  // What is no event leaves every state as it is.
  const events = records.filter((record) => "event" in readRecord(record));
  const failing = (await isFailing(events)) ? events : records;
  return withoutAnyPart(failing, async (candidates) => {
    for (const [i, candidate] of candidates.entries()) {
      if (tries++ >= mostTried) return -1;
      if (await isFailing(candidate)) return i;
    }
    return -1;
  });
}

function same(position: RawRecord["position"], at: Trace["end"]["at"]): boolean {
  return position.partition === at?.position?.partition && position.offset === at?.position?.offset;
}
