import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { proportionalSetSize } from "../bench/process-tree.ts";
import type { Row } from "../bench/result-table.ts";
import { countingRun, largeTraceRun } from "./programs.ts";
import type { Scenario } from "./scenario.ts";
import { Learner, outcomeOf } from "./simulated-learner.ts";

const addresses = 5;
const watched = 15_000;
const lookInterval = 100;

/** Many ask for one large trace that is kept, and never read the answer. */
export const stalledReaders: Scenario = {
  name: "unread",
  async run(environment, { unread: count }): Promise<Row[]> {
    const server = await environment.startServer({ TRACE_CACHE_MB: "64" });
    const { url, process: child } = server;
    const learner = await Learner.known(url);
    const body = JSON.stringify(largeTraceRun());
    const made = await learner.post(url, "/api/runs", largeTraceRun());
    if (outcomeOf(made) !== "ok") throw new Error(`The large trace was not made: ${outcomeOf(made)}`);
    let most = proportionalSetSize(child.pid);
    const timer = setInterval(() => {
      most = Math.max(most, proportionalSetSize(child.pid));
    }, lookInterval);
    const sockets = await Promise.all(
      Array.from({ length: count }, (_, i) => askAndNeverRead(url, `127.0.1.${1 + (i % addresses)}`, body)),
    );
    await sleep(watched);
    const other = await learner.post(url, "/api/runs", countingRun(1));
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
    await server.end();
    return [
      {
        what: `memory of the web process with ${count} answers of 16 MB that nobody reads`,
        value: most / 2 ** 20,
        unit: "MB",
        target: { atMost: 512 },
      },
      {
        what: "a run of another learner at the same time that failed",
        value: outcomeOf(other) === "ok" ? 0 : 1,
        unit: "runs",
        target: { atMost: 0 },
      },
    ];
  },
};

async function askAndNeverRead(url: string, localAddress: string, body: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), localAddress });
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.pause();
  socket.write(
    `POST /api/runs HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return socket;
}
