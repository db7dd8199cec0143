import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { KafkaSettings } from "../../playground-server/log/client.ts";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { startChild } from "../../services/processes/child.ts";
import { freePort } from "../../services/processes/ports.ts";
import { lastLines } from "../../services/processes/ready.ts";
import type { ServerOrders } from "../dev/server-main.ts";

/** What is measured: a broker and a server of the bench's own, the server in a process of its own. */
export interface House {
  kafka: KafkaSettings;
  url: string;
  /** The server's; its sandboxes are its children. */
  pid: number;
  close(): Promise<void>;
}

const host = "127.0.0.1";
const patience = 60_000;
/** The whole load comes from one address, which is a class of thousands to the server; and every run is made anew. */
const settings = { PER_ADDRESS_SESSIONS: "10000", TRACE_CACHE_MB: "0" };

/** Everything lies in a folder below `dataDir` and is gone after `close`. */
export async function openHouse(dataDir: string): Promise<House> {
  const folder = await mkdtemp(join(dataDir, "bench-"));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  try {
    const env = { ...process.env, KAFKA_PORT: "0" };
    const { stop, ...kafka } = await openKafka({ dataDir: folder, log: () => {}, env });
    ends.push(stop);
    if (kafka.kind === "none")
      throw new Error(`There is nothing to measure without Kafka. ${kafka.sentence}`);
    const orders: ServerOrders = { host, port: await freePort(host), kafka, dataDir: folder, seed: true };
    const server = startChild({
      command: process.execPath,
      args: ["--disable-warning=TimeoutNegativeWarning", join(import.meta.dirname, "../dev/server-main.ts")],
      cwd: join(import.meta.dirname, "../.."),
      env: { ...process.env, ...settings, OFFSET_ZERO_ORDERS: JSON.stringify(orders) },
      logFile: join(folder, "logs", "server-process.log"),
    });
    ends.push(() => server.end(5_000));
    const url = `http://${host}:${orders.port}`;
    for (const deadline = Date.now() + patience; !(await ready(url)); await sleep(50)) {
      if (server.exit() === undefined && Date.now() < deadline) continue;
      throw new Error(`The server did not come up: ${await lastLines(server.logFile, 5)}`);
    }
    return { kafka, url, pid: server.pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function ready(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
