import { setTimeout as sleep } from "node:timers/promises";
import { treeOf } from "../bench/process-tree.ts";
import { median, type Row } from "../bench/result-table.ts";
import type { ServerProcess } from "../server-process.ts";
import type { ChaosEnvironment } from "./chaos-environment.ts";
import { countEventIds } from "./count-event-ids.ts";
import type { Scenario } from "./scenario.ts";
import { isAccepted, Learner } from "./simulated-learner.ts";

const writers = 8;
const pauseBetweenAppends = 20;
const pauseAfterRefusal = 100;
/** Time in which the product works between two kills, at least and at most, in ms. */
const quiet = [300, 1_500] as const;
const longestRecovery = 60_000;
/** For so long after a kill, in ms, requests that were under way before it may still be acknowledged. */
const lateAcknowledgements = 200;

/** What the writers know: the ids that were acknowledged, and when the last acknowledgement came. */
interface Ledger {
  acknowledged: Set<string>;
  lastAt: number;
  stopped: boolean;
}

/** Events are appended while broker, server and sandbox are killed in turn. What was acknowledged is there once. */
export const processKills: Scenario = {
  name: "kills",
  async run(environment, { kills: count }): Promise<Row[]> {
    let server = await environment.startServer();
    const ledger: Ledger = { acknowledged: new Set(), lastAt: 0, stopped: false };
    const { url } = server;
    const learners = await Promise.all(Array.from({ length: writers }, () => Learner.known(url)));
    const writing = learners.map((learner, n) => write(url, learner, n, ledger));
    const recoveries: number[] = [];
    try {
      for (let i = 0; i < count; i++) {
        const what = (["broker", "sandbox", "server"] as const)[i % 3];
        await sleep(quiet[0] + Math.random() * (quiet[1] - quiet[0]));
        const since = Date.now();
        if (what === "broker") await environment.killBroker();
        if (what === "sandbox") killOneSandbox(server);
        if (what === "server") server = await killServer(environment, server);
        const back = await acknowledgedAfter(ledger, Date.now());
        if (what === "broker") recoveries.push((back - since) / 1_000);
      }
    } finally {
      ledger.stopped = true;
      await Promise.all(writing);
    }
    const written = await countEventIds(environment.kafka, /^mine\..+\.kills$/);
    await server.end();
    const acknowledged = [...ledger.acknowledged];
    const lost = acknowledged.filter((id) => !written.has(id)).length;
    const doubled = acknowledged.filter((id) => (written.get(id) ?? 0) > 1).length;
    return [
      {
        what: `acknowledged events lost or doubled, of ${acknowledged.length}, under ${count} kills of broker, server, sandbox`,
        value: lost + doubled,
        unit: "events",
        target: { atMost: 0 },
      },
      {
        what: "an append is acknowledged again after a kill of the broker, median",
        value: median(recoveries),
        unit: "s",
        target: { atMost: 8 },
      },
    ];
  },
};

async function write(url: string, learner: Learner, writer: number, ledger: Ledger): Promise<void> {
  for (let n = 0; !ledger.stopped; n++) {
    const id = `${writer}-${n}`;
    const event = { type: "Counted", data: { n }, metadata: { id } };
    const answer = await learner.post(url, "/api/events", { topic: "mine.kills", key: "k", event });
    // An event without an acknowledgement may be there or not: its id is not used again.
    if (isAccepted(answer)) {
      ledger.acknowledged.add(id);
      ledger.lastAt = Date.now();
    }
    await sleep(isAccepted(answer) ? pauseBetweenAppends : pauseAfterRefusal);
  }
}

/** The time of the first acknowledgement that comes after `since`; throws where none comes in a minute. */
async function acknowledgedAfter(ledger: Ledger, since: number): Promise<number> {
  while (ledger.lastAt <= since + lateAcknowledgements) {
    if (Date.now() > since + longestRecovery)
      throw new Error("No event was accepted for a minute after a kill.");
    await sleep(20);
  }
  return ledger.lastAt;
}

function killOneSandbox(server: ServerProcess): void {
  const sandboxes = treeOf(server.process.pid).slice(1);
  const one = sandboxes[Math.floor(Math.random() * sandboxes.length)];
  if (one === undefined) return;
  try {
    process.kill(one, "SIGKILL");
  } catch {
    // It ended by itself in between.
  }
}

async function killServer(environment: ChaosEnvironment, server: ServerProcess): Promise<ServerProcess> {
  process.kill(server.process.pid, "SIGKILL");
  await server.process.exited;
  return environment.startServer({}, Number(new URL(server.url).port));
}
