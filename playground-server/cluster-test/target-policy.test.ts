import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClusterTestMessage } from "../../engine/protocol/cluster-test-types.ts";
import { testCluster } from "./cluster-test.ts";
import { readTarget, TargetPolicy } from "./target-policy.ts";

/** Something of this machine that is no broker of the course, and counts who comes. */
let service: Server;
let port: number;
let visits = 0;

beforeAll(async () => {
  service = createServer((socket) => {
    visits++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => service.listen({ host: "127.0.0.1", port: 0 }, resolve));
  const address = service.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});

afterAll(() => new Promise((resolve) => service.close(resolve)));

async function stepsOf(address: string, hosts: string | undefined, own: string[] = []) {
  const steps: ClusterTestMessage[] = [];
  const body = { address, tls: false };
  await testCluster(
    body,
    new TargetPolicy(hosts, () => own),
    (step) => steps.push(step),
    AbortSignal.timeout(20_000),
  );
  return steps.flatMap((step) => (step.kind === "cluster-test-step" ? [`${step.step} ${step.outcome}`] : []));
}

/** Attempts to reach a port of this machine, or its network, through the test of a cluster. */
const withoutSetting: string[] = [
  "127.0.0.1:PORT",
  "localhost:PORT",
  "LOCALHOST:PORT",
  "localhost.:PORT",
  "127.1:PORT",
  "2130706433:PORT",
  "0x7f000001:PORT",
  "017700000001:PORT",
  "0.0.0.0:PORT",
  "[::1]:PORT",
  "[::ffff:127.0.0.1]:PORT",
  "[::ffff:7f00:1]:PORT",
  "[::]:PORT",
  "169.254.169.254:80",
  "[fe80::1]:PORT",
  "10.0.0.1:22",
  "kafka.example.com:9092",
];

test.each(withoutSetting)("without a setting, %s is refused before a name is looked up", async (address) => {
  const before = visits;
  const steps = await stepsOf(address.replace("PORT", String(port)), undefined, [
    "127.0.0.1:1",
    "kafka:9092",
  ]);
  expect(steps).toEqual(["address failed"]);
  expect(visits).toBe(before);
});

const unreadable: string[] = [
  "http://127.0.0.1:PORT",
  "user@127.0.0.1:PORT",
  "127.0.0.1:PORT/path",
  "127.0.0.1:PORT,127.0.0.1:PORT",
  "127.0.0.1:0",
  "127.0.0.1:65536",
  "127.0.0.1:PORT#x",
  "[127.0.0.1]:PORT",
  "::1:PORT",
  "[::1%lo]:PORT",
  "127.0.0.1:0xPORT",
  "file:/etc/passwd",
];

test.each(unreadable)("%s is no address, whatever is allowed", async (address) => {
  const before = visits;
  const written = address.replaceAll("PORT", String(port));
  expect(readTarget(written)).toBeNull();
  expect(await stepsOf(written, "*:*")).toEqual(["address failed"]);
  expect(visits).toBe(before);
});

const insidePatterns: string[] = [
  "localhost:PORT",
  "127.0.0.1:PORT",
  "127.1:PORT",
  "2130706433:PORT",
  "0x7f000001:PORT",
  "017700000001:PORT",
  "0.0.0.0:PORT",
  "[::1]:PORT",
  "[::ffff:127.0.0.1]:PORT",
  "[::ffff:7f00:1]:PORT",
  "[::ffff:a9fe:a9fe]:80",
  "[64:ff9b::7f00:1]:PORT",
  "[2002:7f00:1::]:PORT",
  "169.254.169.254:80",
  "10.1.2.3:9092",
  "172.20.0.5:9092",
  "192.168.1.1:9092",
  "100.64.0.1:9092",
  "[fd00::1]:9092",
  "[fe80::1]:9092",
];

test.each(insidePatterns)("where every host is allowed, %s does not lead inside", async (address) => {
  const before = visits;
  expect(await stepsOf(address.replace("PORT", String(port)), "*:*")).toEqual([
    "address works",
    "dns failed",
  ]);
  expect(visits).toBe(before);
});

test("a name that is allowed must not lead to this machine: who answers for the name may change it", () => {
  const policy = new TargetPolicy("kafka.example.com:*", () => []);
  const target = { host: "kafka.example.com", port: 9092 };
  expect(policy.allows(target)).toBe("named");
  const allows = (address: string) => policy.allowsAddress(address, "named", target);
  expect(["93.184.216.34", "10.0.0.7"].map(allows)).toEqual([true, true]);
  expect(["127.0.0.1", "::1", "169.254.169.254", "::ffff:127.0.0.1", "fe80::1"].map(allows)).not.toContain(
    true,
  );
});

test("an entry allows its own port, or Kafka's where it names none", () => {
  const policy = new TargetPolicy(
    "a.example.com, b.example.com:19092, *.confluent.cloud, 10.0.0.7:*",
    () => [],
  );
  const allowed = (address: string) => policy.allows(readTarget(address) ?? { host: "", port: 0 });
  expect(allowed("a.example.com:9092")).toBe("named");
  expect(allowed("a.example.com:22")).toBeNull();
  expect(allowed("b.example.com:19092")).toBe("named");
  expect(allowed("b.example.com:9092")).toBeNull();
  expect(allowed("pkc-1.eu.confluent.cloud:9092")).toBe("pattern");
  expect(allowed("confluent.cloud.example.com:9092")).toBeNull();
  expect(allowed("evilconfluent.cloud:9092")).toBeNull();
  expect(allowed("10.0.0.7:22")).toBe("named");
});

test("a broker that this server uses is allowed at its own port only, as localhost too", () => {
  const policy = new TargetPolicy(undefined, () => ["127.0.0.1:9092", "[::1]:9094"]);
  const allowed = (address: string) => policy.allows(readTarget(address) ?? { host: "", port: 0 });
  expect(["127.0.0.1:9092", "localhost:9092", "[::1]:9094"].map(allowed)).toEqual(["own", "own", "own"]);
  expect(["127.0.0.1:9093", "localhost:22", "[::1]:9092"].map(allowed)).toEqual([null, null, null]);
});

test("off switches all of it off", async () => {
  expect(await stepsOf("127.0.0.1:9092", "off", ["127.0.0.1:9092"])).toEqual(["address failed"]);
});

test("an entry that cannot be read is named", () => {
  expect(() => new TargetPolicy("kafka*.example.com", () => [])).toThrow("kafka*.example.com");
});
