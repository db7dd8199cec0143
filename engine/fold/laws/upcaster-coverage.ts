import type { Event, Position } from "../event.ts";
import { isObject, type Json } from "../json.ts";

/** One event type in one version, and how code reads it that knows the current versions only. */
export interface Coverage {
  type: string;
  version: number;
  /** How many events of it the log holds, and where the first is. */
  seen: number;
  first: Position | null;
  /** What the upcaster made of them, each kind once. */
  becomes: { type: string; version: number }[];
  /** `current`: every one was read as a current event. `uncovered`: not all were. `unseen`: the log holds none. */
  reads: "current" | "uncovered" | "unseen";
  /** The first that was not read as a current event. */
  uncovered: Position | null;
}

/**
 * Which pairs of type and version a log holds, and whether the upcaster turns each into a current event: one whose
 * version is that of its type in `current`. Versions from 1 up to the current one that the log does not hold are
 * `unseen`. An upcaster that throws, or gives no event, does not cover. Rows stand by type, then version.
 */
export function upcasterCoverage(
  events: Event[],
  upcast: (event: Event, index: number) => Json | undefined,
  current: Record<string, number>,
): Coverage[] {
  const rows = new Map<string, Coverage>();
  const rowOf = (type: string, version: number): Coverage => {
    const name = JSON.stringify([type, version]);
    const row: Coverage = rows.get(name) ?? {
      type,
      version,
      seen: 0,
      first: null,
      becomes: [],
      reads: "unseen",
      uncovered: null,
    };
    rows.set(name, row);
    return row;
  };
  for (const [type, newest] of Object.entries(current)) {
    for (let version = 1; version <= newest; version++) rowOf(type, version);
  }
  for (const [index, event] of events.entries()) {
    const { version, position } = event.metadata;
    const row = rowOf(event.type, version);
    const became = kindOf(attempt(upcast, event, index));
    row.seen++;
    row.first ??= position;
    if (became && !row.becomes.some((kind) => kind.type === became.type && kind.version === became.version))
      row.becomes.push(became);
    const covered = became !== null && current[became.type] === became.version;
    if (!covered) row.uncovered ??= position;
    row.reads = row.uncovered ? "uncovered" : "current";
  }
  return [...rows.values()].toSorted((a, b) =>
    a.type === b.type ? a.version - b.version : a.type < b.type ? -1 : 1,
  );
}

function attempt(
  upcast: Parameters<typeof upcasterCoverage>[1],
  event: Event,
  index: number,
): Json | undefined {
  try {
    return upcast(event, index);
  } catch {
    return undefined;
  }
}

/** Type and version of what an upcaster gave; a missing version is 1, as when a record is read. */
function kindOf(given: Json | undefined): { type: string; version: number } | null {
  if (!isObject(given) || typeof given.type !== "string") return null;
  const { metadata = {} } = given;
  const version = isObject(metadata) && typeof metadata.version === "number" ? metadata.version : 1;
  return { type: given.type, version };
}
