import type { RanStatement } from "../../../engine/labs/change-capture/events.ts";
import { captureLimits } from "../../../engine/labs/change-capture/limits.ts";
import { splitStatements } from "../../../engine/labs/database/split-statements.ts";
import { openSqlTerminal } from "../database/run-sql.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import { captureRefusal, sayOfCapture } from "./capture-refusal.ts";

/** The statements of a learner's own SQL. Throws a Refusal where the text is no list of them. */
export function readSql(sql: string): string[] {
  const { statements, problem } = splitStatements(sql);
  if (problem === "unclosed-quote") throw captureRefusal(sayOfCapture("capture-sql-unclosed"));
  if (problem !== null || statements.some(({ gset }) => gset !== null)) {
    throw captureRefusal(sayOfCapture("capture-sql-backslash"));
  }
  const { statements: most } = captureLimits;
  const count = statements.length;
  if (count === 0) throw captureRefusal(sayOfCapture("capture-no-statement"));
  if (count > most) throw captureRefusal(sayOfCapture("capture-too-many-statements", { count, most }));
  return statements.map(({ text }) => text);
}

/** Runs statements as the owner of the tables, until one fails. A transaction that stays open is rolled back. */
export async function runStatements(
  database: LearnerDatabase,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<RanStatement[]> {
  const terminal = openSqlTerminal(database);
  const ran: RanStatement[] = [];
  try {
    for (const text of texts) {
      const { tag, failure, stopped } = await terminal.run(text, { rows: 1, signal });
      const lost = stopped && {
        severity: "ERROR",
        code: "57014",
        message: stopped.message,
        detail: null,
        hint: null,
        position: null,
      };
      ran.push({ text, tag, failure: lost ?? failure });
      if (failure ?? stopped) break;
    }
  } finally {
    await terminal.close();
  }
  return ran;
}
