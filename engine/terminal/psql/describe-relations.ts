import { CommandError } from "../command-error.ts";
import type { Table } from "./format-result.ts";

/** Runs a query over the catalog and answers its rows. Throws `Stop` where the server refuses it. */
export type AskCatalog = (sql: string) => Promise<(string | null)[][]>;

const text = 25;

/** Kinds of relations by the letter after `\d`; `\d` alone lists the first five. */
const kinds: Record<string, string[]> = {
  "": ["r", "p", "v", "m", "S", "f"],
  t: ["r", "p"],
  v: ["v"],
  i: ["i", "I"],
  s: ["S"],
};

/** What `\d`, `\dt`, `\dv`, `\di` and `\ds` list. Throws `Stop` where there is nothing. */
export async function listRelations(ask: AskCatalog, letter: string, pattern?: string): Promise<Table> {
  const wanted = kinds[letter] ?? [];
  const indexes = letter === "i";
  const rows = await ask(`
    SELECT n.nspname, c.relname,
      CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
        WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table'
        WHEN 'p' THEN 'partitioned table' WHEN 'I' THEN 'partitioned index' END,
      pg_catalog.pg_get_userbyid(c.relowner)${indexes ? ", c2.relname" : ""}
    FROM pg_catalog.pg_class c
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      ${indexes ? "LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_catalog.pg_class c2 ON i.indrelid = c2.oid" : ""}
    WHERE c.relkind IN (${wanted.map((kind) => `'${kind}'`).join(",")})
      AND n.nspname <> 'pg_catalog' AND n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema'
      AND ${pattern === undefined ? "pg_catalog.pg_table_is_visible(c.oid)" : matches(pattern)}
    ORDER BY 1, 2`);
  if (rows.length === 0) throw new CommandError(nothingFound(pattern));
  const names = ["Schema", "Name", "Type", "Owner", ...(indexes ? ["Table"] : [])];
  return { title: "List of relations", columns: names.map((name) => ({ name, type: text })), rows };
}

function nothingFound(pattern: string | undefined): string {
  return pattern === undefined
    ? "Did not find any relations."
    : `Did not find any relation named "${pattern}".`;
}

/** A name with `*` and `?`, in small letters where it is not quoted, as a condition. */
function matches(pattern: string): string {
  const expression = pattern
    .replaceAll(/"([^"]*)"|[^"]+/g, (part, quoted: string | undefined) => quoted ?? part.toLowerCase())
    .replaceAll(/[\\^$+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const [, schema, name = expression] = /^([^.]+)\.([^*].*)$/.exec(expression) ?? [];
  const like = (column: string, part: string) => `${column} OPERATOR(pg_catalog.~) ${literal(`^(${part})$`)}`;
  return schema === undefined
    ? `${like("c.relname", name)} AND pg_catalog.pg_table_is_visible(c.oid)`
    : `${like("c.relname", name)} AND ${like("n.nspname", schema)}`;
}

/** A text as a constant of SQL. */
export function literal(value: string): string {
  const quoted = `'${value.replaceAll("'", "''")}'`;
  return value.includes("\\") ? ` E${quoted.replaceAll("\\", "\\\\")}` : quoted;
}
