import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../processes/free-ports.ts";
import { choosePorts, rememberPorts } from "./broker-ports.ts";

let folder: string;
let other: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-ports-"));
});

afterEach(async () => {
  other?.close();
  other = undefined;
  await rm(folder, { recursive: true, force: true });
});

test("the ports of the last start are taken again", async () => {
  const ports = { broker: await freePort("127.0.0.1"), controller: await freePort("127.0.0.1") };
  await rememberPorts(folder, ports);
  expect(await choosePorts(folder, {})).toEqual(ports);
});

test("a remembered port that is taken by now gives way to another", async () => {
  const taken = await listen();
  await rememberPorts(folder, { broker: taken, controller: await freePort("127.0.0.1") });
  expect((await choosePorts(folder, { KAFKA_PORT: "0" })).broker).not.toBe(taken);
});

test("an explicit port that is taken is a failure that names it", async () => {
  const taken = await listen();
  await expect(choosePorts(folder, { KAFKA_PORT: String(taken) })).rejects.toThrow(
    `KAFKA_PORT is ${taken}, but another program uses it.`,
  );
});

test("the controller keeps out of the way of an explicit port", async () => {
  const port = await freePort("127.0.0.1");
  await rememberPorts(folder, { broker: 0, controller: port });
  const { broker, controller } = await choosePorts(folder, { KAFKA_PORT: String(port) });
  expect(broker).toBe(port);
  expect(controller).not.toBe(port);
});

test("a port that is no number is a failure", async () => {
  await expect(choosePorts(folder, { KAFKA_PORT: "ninety" })).rejects.toMatchObject({
    code: "settings-wrong",
  });
});

async function listen(): Promise<number> {
  other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
