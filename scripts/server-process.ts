import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ChildProcess, startChild } from "../services/processes/child-process.ts";
import { freePort } from "../services/processes/free-ports.ts";
import { lastLines } from "../services/processes/wait-for-log-line.ts";
import type { ServerOrders } from "./dev/server-main.ts";

/** A server in a process of its own; its sandboxes are its children. */
export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** Ends it as SIGTERM does, and kills it if that takes too long. */
  end(): Promise<void>;
}

const host = "127.0.0.1";
const startTimeout = 60_000;
const pollInterval = 50;
/** How long an end may take before the process is killed, in ms. */
const endGrace = 5_000;

/**
 * Starts a server on a free port, or on `port`, and waits until it is ready. Its data is in `dataDir`, its output in
 * `logs/server-process.log` there. Throws an Error with the server's last lines where it does not come up.
 */
export async function startServerProcess(
  orders: Pick<ServerOrders, "kafka" | "dataDir"> & { port?: number },
  settings: NodeJS.ProcessEnv,
): Promise<ServerProcess> {
  const { kafka, dataDir, port = await freePort(host) } = orders;
  const all: ServerOrders = { host, port, kafka, dataDir, seed: true };
  const child = startChild({
    command: process.execPath,
    args: ["--disable-warning=TimeoutNegativeWarning", join(import.meta.dirname, "dev/server-main.ts")],
    cwd: join(import.meta.dirname, ".."),
    env: { ...process.env, ...settings, OFFSET_ZERO_ORDERS: JSON.stringify(all) },
    logFile: join(dataDir, "logs", "server-process.log"),
  });
  const url = `http://${host}:${port}`;
  for (const deadline = Date.now() + startTimeout; !(await isReady(url)); await sleep(pollInterval)) {
    if (child.exit() === undefined && Date.now() < deadline) continue;
    await child.end(0);
    throw new Error(`The server did not start: ${await lastLines(child.logFile, 5)}`);
  }
  return {
    url,
    process: child,
    async end() {
      await child.end(endGrace);
    },
  };
}

/** Whether a server answers that Kafka and its sandbox are ready. */
export function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
