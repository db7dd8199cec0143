import type { NewEvent, RawRecord } from "../fold/event.ts";
import type { Json } from "../fold/json.ts";
import type { Command, Entry, Scope, Trace } from "../fold/trace.ts";
import type { Case } from "./checks.ts";

/** A case as the engine folds it: its records placed in a log of their own. */
export interface FoldCase {
  records: RawRecord[];
  commands?: Command[];
  args?: Json[];
  /** The state to go on from instead of the initial one. */
  from?: Json;
}

/** What is folded over every case of a call. `twice` asks for the determinism comparison. */
export interface FoldJob {
  source: string;
  entry: Entry;
  scope: Scope;
  seed: number;
  twice: boolean;
}

/**
 * Folds one source over several cases, in a sandbox or a worker, and gives a trace for each. If the code had to be
 * killed, the traces end with the one it was killed in.
 */
export type FoldCases = (job: FoldJob, cases: FoldCase[]) => Promise<Trace[]>;

/** A case's records as the only partition of a topic named `given`, in the order of the case. */
export function placeCase({ records, commands, args }: Case): FoldCase {
  return {
    records: records.map(({ key, event, offset, timestamp }, place) => ({
      position: { topic: "given", partition: 0, offset: offset ?? place },
      timestamp: timestamp ?? timeOf(event),
      key,
      headers: {},
      value: JSON.stringify(event),
    })),
    ...(commands && { commands }),
    ...(args && { args }),
  };
}

/** When an event happened, in milliseconds; 0 where it does not say. */
export function timeOf(event: NewEvent | null): number {
  return Date.parse(event?.metadata?.occurredAt ?? "") || 0;
}

/** Records of a log as a case. Every event keeps its id and times, so that its place in the log may change. */
export function caseOf(records: RawRecord[], commands?: Command[]): Case {
  return {
    records: records.map(({ key, value, timestamp }) => {
      const event = JSON.parse(value ?? "null");
      return { key: key ?? "", event, ...(timestamp !== timeOf(event) && { timestamp }) };
    }),
    ...(commands && { commands }),
  };
}
