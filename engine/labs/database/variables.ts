import { scanSql } from "./scan-sql.ts";

/** Psql variables by name. */
export type Variables = Record<string, string>;

/** `::` is a cast; a variable is `:name`, `:'name'` as a string, or `:"name"` as an identifier. */
const reference = /(?<!:):(?:(\w+)|'(\w+)'|"(\w+)")/y;

/**
 * Puts variables into a statement as psql does: not within quotes and comments, and a name without a value stays as it is.
 */
export function interpolate(text: string, variables: Variables): string {
  const code = [...scanSql(text)].filter(({ kind }) => kind === "code");
  let written = "";
  let done = 0;
  for (const piece of code) {
    for (let at = Math.max(piece.start, done); at < piece.end; at++) {
      if (text[at] !== ":") continue;
      reference.lastIndex = at;
      const found = reference.exec(text);
      const value = found && variableOf(variables, found[1] ?? found[2] ?? found[3] ?? "");
      if (found === null || value == null) continue;
      written += text.slice(done, at) + quoteAs(found, value);
      done = at + found[0].length;
      at = done - 1;
    }
  }
  return written + text.slice(done);
}

/** What `\gset` makes of a row; SQL's NULL unsets a variable. */
export function variablesOfRow(
  before: Variables,
  prefix: string,
  columns: string[],
  row: (string | null)[],
): Variables {
  const after = { ...before };
  for (const [index, column] of columns.entries()) {
    const value = row[index] ?? null;
    if (value === null) delete after[prefix + column];
    else after[prefix + column] = value;
  }
  return after;
}

function variableOf(variables: Variables, name: string): string | null {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}

function quoteAs(found: RegExpExecArray, value: string): string {
  if (found[2] !== undefined) return `'${value.replaceAll("'", "''")}'`;
  if (found[3] !== undefined) return `"${value.replaceAll('"', '""')}"`;
  return value;
}
