import { scanSql } from "./scan-sql.ts";

export interface Statement {
  /** Without its end: no semicolon, no `\gset`. */
  text: string;
  /** Psql's `\gset`: the columns of its one row become variables, with this before their names. Null: no `\gset`. */
  gset: string | null;
}

/** What stops a text from being a list of statements. */
export type SplitProblem = "unclosed-quote" | "unknown-backslash";

export interface SplitSql {
  statements: Statement[];
  problem: SplitProblem | null;
}

const gset = /^\\gset(?:[ \t]+(\w+))?[ \t]*(?=\r?\n|$)/;

/** Cuts a text at its semicolons and at each `\gset`, outside quotes and comments. Pieces without code are dropped. */
export function splitStatements(text: string): SplitSql {
  const statements: Statement[] = [];
  let problem: SplitProblem | null = null;
  let start = 0;
  let hasCode = false;
  const end = (at: number, next: number, prefix: string | null): void => {
    if (hasCode) statements.push({ text: text.slice(start, at).trim(), gset: prefix });
    start = next;
    hasCode = false;
  };
  for (const piece of scanSql(text)) {
    if (!piece.closed) problem ??= "unclosed-quote";
    if (piece.kind !== "code") {
      hasCode ||= piece.kind !== "comment";
      continue;
    }
    for (let at = piece.start; at < piece.end; at++) {
      const character = text[at] ?? "";
      if (character === ";") end(at, at + 1, null);
      else if (character === "\\") {
        const found = gset.exec(text.slice(at));
        if (found === null) {
          problem ??= "unknown-backslash";
          hasCode = true;
        } else {
          end(at, at + found[0].length, found[1] ?? "");
          at += found[0].length - 1;
        }
      } else if (/\S/.test(character)) hasCode = true;
    }
  }
  end(text.length, text.length, null);
  return { statements, problem };
}
