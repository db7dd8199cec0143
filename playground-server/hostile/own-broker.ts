import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKafka } from "../../services/kafka/open-kafka.ts";
import { type TestServer, testServer, until } from "../testing/playground.ts";

/** A broker that may be stopped and killed, and a server on it. */
export interface OwnBroker {
  server: TestServer;
  address: string;
  /** The broker's process as it runs now. */
  pid(): Promise<number>;
  close(): Promise<void>;
}

let opened: Promise<OwnBroker> | null = null;

/** The one that all cases share; it is started by the first of them. */
export function ownBroker(): Promise<OwnBroker> {
  opened ??= open();
  return opened;
}

/** Ends it, where one was started. */
export async function closeOwnBroker(): Promise<void> {
  await (await opened)?.close();
  opened = null;
}

async function open(): Promise<OwnBroker> {
  const dataDir = await mkdtemp(join(tmpdir(), "offset-zero-hostile-"));
  const env = { ...process.env, KAFKA_KIND: "local", KAFKA_PORT: "0", KAFKA_BROKERS: "" };
  const kafka = await openKafka({ dataDir, log: () => {}, env });
  const server = await testServer(kafka, { env: { SANDBOX_SLOTS: "1" } });
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  await until(async () => (await fetch(`${address}/readyz`)).ok, "readiness");
  return {
    ...{ server, address },
    async pid() {
      const file = join(dataDir, "kafka", "broker.pid.json");
      return (JSON.parse(await readFile(file, "utf8")) as { pid: number }).pid;
    },
    async close() {
      await server.close();
      await kafka.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
