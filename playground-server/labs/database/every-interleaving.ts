import type { DatabaseEvent, Scripts } from "../../../engine/labs/database/events.ts";
import { interleavings, type SessionName } from "../../../engine/labs/database/interleavings.ts";
import type { Outcome } from "../../../engine/labs/database/outcomes.ts";
import { databaseLabSentences } from "../../../engine/sentences/english/database-lab.ts";
import { sentencesFrom } from "../../../engine/sentences/message.ts";
import { Refusal } from "../../errors.ts";
import type { LearnerDatabase } from "../postgres/learner-database.ts";
import type { SqlConnection } from "../postgres/sql-connection.ts";
import { expectFewInterleavings, type ReadScripts, readScripts } from "./read-scripts.ts";
import { dropTables, readTables, tableNames } from "./read-tables.ts";
import { runInterleaving } from "./run-interleaving.ts";
import { ScriptSession } from "./script-session.ts";

const say = sentencesFrom(databaseLabSentences);

/** The schema in which they run: the tables that are stepped through stay as they are. */
const schema = "interleavings";

/** Three connections: one for each session, and one that makes and reads the tables. */
interface Connections extends Record<SessionName, SqlConnection> {
  tables: SqlConnection;
}

/**
 * Runs all interleavings of two scripts, each on tables made anew. `cancelled` ends it after the one under way. Throws a
 * Refusal where the scripts cannot be run, and ConnectionLost.
 */
export async function runEveryInterleaving(
  database: LearnerDatabase,
  given: Scripts,
  emit: (event: DatabaseEvent) => void,
  { signal, cancelled }: { signal: AbortSignal; cancelled: AbortSignal },
): Promise<void> {
  const read = readScripts(given);
  const total = expectFewInterleavings(read);
  const connections = await connectAll(database);
  try {
    let index = 0;
    let reason: "done" | "cancelled" | "stopped" = "stopped";
    emit({ type: "InterleavingsStarted", data: { ...given, total } });
    try {
      for (const order of interleavings(read.scripts.A.length, read.scripts.B.length)) {
        signal.throwIfAborted();
        if (cancelled.aborted) break;
        const outcome = await runOne(database, connections, read, given, order, signal);
        emit({ type: "InterleavingRan", data: { index: index++, outcome } });
      }
      reason = cancelled.aborted ? "cancelled" : "done";
    } finally {
      emit({ type: "InterleavingsEnded", data: { reason } });
    }
  } finally {
    await Promise.all(Object.values(connections).map((connection) => connection.close()));
  }
}

async function runOne(
  database: LearnerDatabase,
  connections: Connections,
  { setup, scripts }: ReadScripts,
  { isolation }: Scripts,
  order: SessionName[],
  signal: AbortSignal,
): Promise<Outcome> {
  await dropTables(connections.tables, schema);
  for (const { text } of setup) {
    const { failure } = await database.run(connections.tables, text, 0, signal);
    if (failure) throw new Refusal("lab-refused", say("setup-refused", { message: failure.message }));
  }
  const session = (name: SessionName) =>
    new ScriptSession(name, connections[name], database, { statements: scripts[name], isolation });
  const sessions = { A: session("A"), B: session("B") };
  const ran = await runInterleaving(sessions, order, database.activity, signal);
  const ends = { A: await sessions.A.end(), B: await sessions.B.end() };
  const names = await tableNames(connections.tables, schema);
  const tables = (await readTables(connections.tables, schema, names)) ?? [];
  return { order, ran, sessions: ends, tables };
}

async function connectAll(database: LearnerDatabase): Promise<Connections> {
  const open: SqlConnection[] = [];
  try {
    for (let i = 0; i < 3; i++) open.push(await database.connect(schema));
    const [A, B, tables] = open as [SqlConnection, SqlConnection, SqlConnection];
    return { A, B, tables };
  } catch (error) {
    await Promise.all(open.map((connection) => connection.close()));
    throw error;
  }
}
