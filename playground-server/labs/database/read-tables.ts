import { databaseLimits } from "../../../engine/labs/database/limits.ts";
import type { TableRows } from "../../../engine/labs/database/sql-answer.ts";
import type { SqlConnection } from "../postgres/sql-connection.ts";

/** Names of the newest tables of a schema. */
export async function tableNames(connection: SqlConnection, schema: string): Promise<string[]> {
  const { rows } = await connection.run(
    `SELECT relname FROM pg_catalog.pg_class
      WHERE relnamespace = '${schema}'::pg_catalog.regnamespace AND relkind IN ('r', 'p') ORDER BY oid DESC`,
    databaseLimits.tables,
  );
  return rows.map(([name]) => name ?? "");
}

/** Some rows of each table, in the order of their first column; null where one cannot be read now. */
export async function readTables(
  connection: SqlConnection,
  schema: string,
  names: readonly string[],
): Promise<TableRows[] | null> {
  const tables: TableRows[] = [];
  for (const name of names) {
    const table = `${schema}.${quoteIdentifier(name)}`;
    const answer = await connection.run(`SELECT * FROM ${table} ORDER BY 1`, databaseLimits.tableRows);
    if (answer.failure !== null) return null;
    const columns = answer.columns.map((column) => cutText(column.name));
    tables.push({ name, columns, rows: answer.rows.map(cutRow), more: answer.more });
  }
  return tables;
}

/** Removes all tables of a schema. */
export async function dropTables(connection: SqlConnection, schema: string): Promise<void> {
  for (const name of await tableNames(connection, schema))
    await connection.run(`DROP TABLE ${schema}.${quoteIdentifier(name)} CASCADE`, 0);
}

export const cutRow = (row: (string | null)[]) =>
  row.map((value) => (value === null ? null : cutText(value)));

/** Whether a row has a value that is longer than a screen shows. */
export const hasCutValue = (row: (string | null)[]) =>
  row.some((value) => value !== null && isTooLong(value));

const isTooLong = (text: string) => text.length > databaseLimits.cellCharacters;

export const cutText = (text: string) =>
  isTooLong(text) ? `${text.slice(0, databaseLimits.cellCharacters)}…` : text;

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
