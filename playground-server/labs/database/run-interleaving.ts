import type { SessionName } from "../../../engine/labs/database/interleavings.ts";
import { otherSession } from "../../../engine/labs/database/interleavings.ts";
import type { RanStatement } from "../../../engine/labs/database/outcomes.ts";
import type { ServerActivity } from "../postgres/server-activity.ts";
import type { ScriptSession, SentStatement } from "./script-session.ts";
import { waitForStatement } from "./wait-for-statement.ts";

/**
 * Runs two scripts in one order. A session whose statement waits is passed over; when it goes on, the statements that it
 * missed follow at once. Gives the statements as they ended. Throws ConnectionLost.
 */
export async function runInterleaving(
  sessions: Record<SessionName, ScriptSession>,
  order: readonly SessionName[],
  activity: ServerActivity,
  signal: AbortSignal,
): Promise<RanStatement[]> {
  const ran: RanStatement[] = [];
  const waiting = new Map<SessionName, SentStatement>();
  const missed = { A: 0, B: 0 };

  const settle = async (session: SessionName, sent: SentStatement, waited: boolean): Promise<void> => {
    await sent.done;
    waiting.delete(session);
    ran.push({ session, step: sent.step, waited });
  };
  const run = async (session: SessionName): Promise<void> => {
    if (waiting.has(session)) {
      missed[session]++;
      return;
    }
    const sent = sessions[session].send(signal);
    const blockers = await waitForStatement(sent.done, sessions[session].connection.pid, activity);
    if (blockers === null) await settle(session, sent, false);
    else waiting.set(session, sent);
  };
  /** Lets a session go on that waits no more. */
  const goOn = async (session: SessionName): Promise<void> => {
    const sent = waiting.get(session);
    if (sent === undefined) return;
    const blockers = await waitForStatement(sent.done, sessions[session].connection.pid, activity);
    if (blockers !== null) return;
    await settle(session, sent, true);
    while (missed[session] > 0 && !waiting.has(session)) {
      missed[session]--;
      await run(session);
    }
  };
  /** Both wait for each other: the server ends one of the two after a moment. */
  const endDeadlock = async (): Promise<void> => {
    const all = [...waiting.values()].map(({ done }) => done.catch(() => {}));
    if (all.length > 1) await Promise.race(all);
  };

  for (const session of order) {
    await run(session);
    await endDeadlock();
    await goOn(otherSession(session));
    await goOn(session);
  }
  while (waiting.size > 0) {
    await Promise.race([...waiting.values()].map(({ done }) => done.catch(() => {})));
    await goOn("A");
    await goOn("B");
  }
  return ran;
}
