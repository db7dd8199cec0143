import { EventEmitter } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Caller } from "../caller.ts";
import type { Playground } from "../playground.ts";
import {
  givenRecords,
  openTestServer,
  sessionToken,
  silentLogger,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { UnreadMemoryBudget } from "../unread/memory-budget.ts";
import { socketLimits } from "./limits.ts";
import { type Socket, SocketSession } from "./socket-session.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await openTestServer(undefined, { env: { PER_ADDRESS_SESSIONS: "1" } });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

const session = sessionToken();

test("messageBytes", async () => {
  const message = (bytes: number) => {
    const around = JSON.stringify({ kind: "run", id: "r", source: "", log: givenRecords(1) }).length;
    return { kind: "run", id: "r", source: "/".repeat(bytes - around), log: givenRecords(1) };
  };
  const client = await TestClient.open(address, session);
  client.send(message(socketLimits.messageBytes));
  expect((await client.end("r")).verdict).toBe("source-too-large");
  client.send(message(socketLimits.messageBytes + 1));
  expect((await client.closed).code).toBe(1009);
});

test.each(["messagesAtOnce", "messagesPerSecond"] as const)("%s", async (name) => {
  const client = await TestClient.open(address, session);
  // Hello was the first of the burst.
  const burst = socketLimits.messagesAtOnce - 1;
  const problems = () => client.heard.filter(({ code }) => code === "rate-limited").length;
  const send = (count: number) => {
    for (let i = 0; i < count; i++) client.send({ kind: "cancel", id: "none" });
  };
  send(burst);
  client.send({ kind: "shout" });
  await client.next(({ kind }) => kind === "problem");
  if (name === "messagesAtOnce") {
    send(3 * socketLimits.messagesPerSecond);
    await client.next(({ code }) => code === "rate-limited");
    expect(problems()).toBeGreaterThan(0);
  } else {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = problems();
    send(socketLimits.messagesPerSecond - 1);
    client.send({ kind: "shout" });
    await client.next(({ code }) => code === "request-invalid");
    expect(problems()).toBe(before);
  }
  client.close();
});

test("socketsPerSession", async () => {
  await waitForCondition(
    () => server.app.websocketServer.clients.size === 0,
    "the sockets of the tests before",
  );
  const clients: TestClient[] = [];
  for (let i = 0; i < socketLimits.socketsPerSession; i++)
    clients.push(await TestClient.open(address, session));
  const late = new TestClient(`${address.replace("http", "ws")}/api/ws`, { "x-session": session });
  expect((await late.closed).code).toBe(1013);
  for (const client of clients) client.close();
});

/** A conversation over a socket that takes whatever is sent. */
function conversation(playground: Playground) {
  const socket = Object.assign(new EventEmitter(), {
    bufferedAmount: 0,
    send: vi.fn(),
    terminate: vi.fn(),
    close: vi.fn(),
    ping: vi.fn(),
  });
  const caller: Caller = { learner: "0".repeat(12), returned: true, address: "127.0.0.1", page: "p" };
  const account = new UnreadMemoryBudget().open(caller.address);
  new SocketSession(socket as unknown as Socket, playground, caller, silentLogger, account, 5_000);
  return {
    socket,
    async say(message: object) {
      socket.emit("message", Buffer.from(JSON.stringify(message)), false);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test("requestsAtOnce", async () => {
  const { byteRates, metrics } = server.playground;
  const endless = {
    byteRates,
    metrics,
    about: () => server.playground.about(),
    run: () => new Promise(() => {}),
  };
  const { socket, say } = conversation(endless as unknown as Playground);
  await say({ kind: "hello", version: 1 });
  const ask = (id: number) => say({ kind: "run", id: `r${id}`, source: "", log: givenRecords(1) });
  for (let i = 0; i < socketLimits.requestsAtOnce; i++) await ask(i);
  expect(socket.send).toHaveBeenCalledTimes(1);
  await ask(socketLimits.requestsAtOnce);
  expect(socket.send.mock.lastCall?.[0]).toContain("request-invalid");
});
