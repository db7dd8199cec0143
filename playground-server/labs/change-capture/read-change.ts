import type { RawRecord } from "../../../engine/fold/event.ts";
import type { ChangeRecord, ShownRow } from "../../../engine/labs/change-capture/events.ts";
import { captureLimits } from "../../../engine/labs/change-capture/limits.ts";
import type { CapturedTable } from "../../../engine/labs/change-capture/shapes.ts";
import { cutText } from "../database/read-tables.ts";

/** A record of a change topic. The learner may append other records to it: those are `other`. */
export function readChange(table: CapturedTable, { position, key, value }: RawRecord): ChangeRecord {
  const record = { table, offset: position.offset, key: keyOf(key) };
  const nothing = { ...record, before: null, after: null, lsn: null };
  if (value === null) return { ...nothing, op: "tombstone" };
  const change = objectIn(value);
  const { op } = change;
  if (op !== "r" && op !== "c" && op !== "u" && op !== "d") return { ...nothing, op: "other" };
  const lsn = isObject(change.source) ? Number(change.source.lsn) : Number.NaN;
  return {
    ...record,
    op,
    before: rowOf(change.before),
    after: rowOf(change.after),
    lsn: Number.isSafeInteger(lsn) ? lsn : null,
  };
}

function keyOf(key: string | null): string | null {
  const { id } = key === null ? {} : objectIn(key);
  return id === undefined || id === null ? null : textOf(id);
}

function rowOf(row: unknown): ShownRow | null {
  if (!isObject(row)) return null;
  const columns = Object.entries(row).slice(0, captureLimits.columns);
  return Object.fromEntries(
    columns.map(([column, value]) => [textOf(column), value === null ? null : textOf(value)]),
  );
}

/** A value as text, of the length that tables have too. */
function textOf(value: unknown): string {
  return cutText(typeof value === "string" ? value : JSON.stringify(value));
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
