import { setTimeout as sleep } from "node:timers/promises";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { type Message, sentencesFrom } from "../../../engine/sentences/message.ts";
import { postgresLimits } from "./limits.ts";
import type { ServerActivity } from "./server-activity.ts";
import type { SqlConnection } from "./sql-connection.ts";
import type { StatementAnswer } from "./statement-query.ts";

const say = sentencesFrom(databaseLabSentences);

export interface LimitedAnswer extends StatementAnswer {
  /** Why we stopped the statement; null where we did not. */
  stopped: Message | null;
}

interface LimitedStatement {
  text: string;
  /** Rows of the answer that are kept. */
  rows: number;
  database: string;
  /** How large the database may become meanwhile. */
  mostMegabytes: number;
}

/**
 * Runs a statement within our limits. A learner can set PostgreSQL's own timeouts to anything; these are counted here.
 * An abort of `signal` cancels the statement. Throws ConnectionLost.
 */
export async function runLimited(
  connection: SqlConnection,
  activity: ServerActivity,
  statement: LimitedStatement,
  signal: AbortSignal,
): Promise<LimitedAnswer> {
  const over = new AbortController();
  const answer = connection.run(statement.text, statement.rows).finally(() => over.abort());
  const stopped = watch(connection.pid, activity, statement, signal, over.signal);
  // A connection that was lost is the answer's to tell.
  const [given, why] = await Promise.all([answer, stopped.catch(() => null)]);
  return { ...given, stopped: given.failure === null ? null : why };
}

/** Looks at a statement until it is over. Gives why it was stopped, or null. */
async function watch(
  pid: number,
  activity: ServerActivity,
  { database, mostMegabytes }: LimitedStatement,
  signal: AbortSignal,
  over: AbortSignal,
): Promise<Message | null> {
  const { lookMilliseconds, runSeconds, waitSeconds, databaseMegabytes: most } = postgresLimits;
  const awake = AbortSignal.any([signal, over]);
  let ran = 0;
  let waited = 0;
  let why: Message | null = null;
  while (!over.aborted && why === null) {
    const since = performance.now();
    await sleep(lookMilliseconds, undefined, { signal: awake }).catch(() => {});
    if (over.aborted) return null;
    if (signal.aborted) why = say("statement-cancelled");
    else {
      const [now] = await activity.of([pid]);
      if (now?.waits) waited += performance.now() - since;
      else ran += performance.now() - since;
      if (ran > runSeconds * 1_000) why = say("statement-ran-too-long", { seconds: runSeconds });
      else if (waited > waitSeconds * 1_000) why = say("statement-waited-too-long", { seconds: waitSeconds });
      else if (!now?.waits) {
        const size = await activity.megabytesOf(database);
        if (size > mostMegabytes) why = say("database-full", { size, most });
      }
    }
  }
  if (over.aborted) return why;
  await activity.cancel(pid);
  await sleep(postgresLimits.cancelMilliseconds, undefined, { signal: over }).catch(() => {});
  if (!over.aborted) await activity.terminate(pid);
  return why;
}
