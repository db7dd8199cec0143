import { openOwnBroker } from "../testing/own-broker.ts";
import { openTestServer, type TestServer, waitForCondition } from "../testing/test-playground.ts";

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
  opened ??= openBrokerWithServer();
  return opened;
}

/** Ends it, where one was started. */
export async function closeOwnBroker(): Promise<void> {
  await (await opened)?.close();
  opened = null;
}

async function openBrokerWithServer(): Promise<OwnBroker> {
  const broker = await openOwnBroker();
  const server = await openTestServer(broker.settings, { env: { SANDBOX_SLOTS: "1" } });
  const address = await server.app.listen({ host: "127.0.0.1", port: 0 });
  await waitForCondition(async () => (await fetch(`${address}/readyz`)).ok, "readiness");
  return {
    server,
    address,
    pid: broker.pid,
    async close() {
      await server.close();
      await broker.close();
    },
  };
}
