import type { TableRows } from "../database/sql-answer.ts";
import type { ChangeRecord, ShownRow } from "./events.ts";

/** Rows by their primary key, as a fold of change records makes them. */
export type RebuiltTable = Record<string, ShownRow>;

/** One more change. A record that came before leaves the table as it is: a change says what the row became. */
export function evolveTable(table: RebuiltTable, { key, op, after }: ChangeRecord): RebuiltTable {
  if (key === null) return table;
  switch (op) {
    case "r":
    case "c":
    case "u":
      return after === null ? table : { ...table, [key]: after };
    case "d": {
      const { [key]: _, ...others } = table;
      return others;
    }
    default:
      return table;
  }
}

/** The first row in which two tables differ: null stands for a row that is absent. */
export interface RowDifference {
  key: string;
  real: ShownRow | null;
  rebuilt: ShownRow | null;
}

/** Compares a real table with a rebuilt one. Null where they are equal, in the order of the real table's rows. */
export function firstDifference(real: TableRows | undefined, rebuilt: RebuiltTable): RowDifference | null {
  const rows = real ? rowsByKey(real) : new Map<string, ShownRow>();
  for (const [key, row] of rows) {
    const other = rebuilt[key] ?? null;
    if (other === null || !sameRow(row, other)) return { key, real: row, rebuilt: other };
  }
  // Of a longer table only the first rows are known.
  if (real?.more) return null;
  const extra = Object.keys(rebuilt).find((key) => !rows.has(key));
  return extra === undefined ? null : { key: extra, real: null, rebuilt: rebuilt[extra] ?? null };
}

function rowsByKey({ columns, rows }: TableRows): Map<string, ShownRow> {
  const id = Math.max(0, columns.indexOf("id"));
  return new Map(
    rows.map((row) => [
      String(row[id]),
      Object.fromEntries(columns.map((column, n) => [column, row[n] ?? null])),
    ]),
  );
}

function sameRow(a: ShownRow, b: ShownRow): boolean {
  const columns = Object.keys(a);
  return columns.length === Object.keys(b).length && columns.every((column) => a[column] === b[column]);
}
