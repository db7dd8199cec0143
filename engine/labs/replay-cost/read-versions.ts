import { type RawRecord, readRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import { type Coverage, upcasterCoverage } from "../../fold/laws/upcaster-coverage.ts";
import type { TraceRecords } from "./check-snapshot-law.ts";

/** The newest version of each type that the records hold. */
export function newestVersions(records: RawRecord[]): Record<string, number> {
  const newest: Record<string, number> = {};
  for (const read of records.map(readRecord)) {
    if (!("event" in read)) continue;
    const { type, metadata } = read.event;
    newest[type] = Math.max(newest[type] ?? 0, metadata.version);
  }
  return newest;
}

/**
 * What an upcaster makes of each type and version in these records. Each event is read alone, so that one which stops the
 * code hides no other. `current`: the version of each type that is written today; a type that is not in it, or has 0, is
 * written no more.
 */
export async function readVersions(
  trace: TraceRecords,
  records: RawRecord[],
  current: Record<string, number>,
): Promise<Coverage[]> {
  const events = [];
  const results: (Json | undefined)[] = [];
  for (const record of records) {
    const read = readRecord(record);
    if (!("event" in read)) continue;
    events.push(read.event);
    results.push((await trace([record])).steps[0]?.result);
  }
  return upcasterCoverage(events, (_, index) => results[index], current);
}
