import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClusterTestMessage } from "../../engine/protocol/cluster-test-types.ts";
import { freePort } from "../../services/processes/free-ports.ts";
import { startSpecialBroker } from "../testing/special-broker.ts";
import { lines, noKafka, openTestServer, type TestServer } from "../testing/test-playground.ts";

let broker: Awaited<ReturnType<typeof startSpecialBroker>>;
let server: TestServer;
/** Nobody listens there, and the broker says that clients should come there. */
let deadPort: number;

beforeAll(async () => {
  deadPort = await freePort("127.0.0.1");
  broker = await startSpecialBroker(() => ({ "advertised.listeners": `PLAINTEXT://127.0.0.1:${deadPort}` }));
  server = await openTestServer(noKafka, { env: { TEST_CLUSTER_HOSTS: "127.0.0.1:*" } });
});
afterAll(async () => {
  await server?.close();
  await broker?.stop();
});

test("a broker whose advertised listener leads to a port where nobody listens is found, and what to set is said", async () => {
  const [address = ""] = broker.settings.brokers;
  const { body } = await server.post("/api/cluster-test", { address, tls: false });
  const messages: ClusterTestMessage[] = lines(body);
  const steps = messages.filter((message) => message.kind === "cluster-test-step");
  expect(steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
    ...["address works", "dns works", "tcp works", "tls skipped", "login works"],
    "brokers failed",
  ]);
  const told = steps.at(-1)?.message;
  expect(told).toContain(
    `come to 127.0.0.1:${deadPort}, which this server cannot reach (no server listens there)`,
  );
  expect(told).toContain("advertised.listeners");
  expect(messages.at(-1)).toMatchObject({ kind: "cluster-test-end", works: false });
});
