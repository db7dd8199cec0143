import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { frame, RawConnection, upgrade } from "../testing/raw-connection.ts";
import {
  givenRecords,
  noKafka,
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { defaultTimeouts } from "./timeouts.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  // The peer that answers runs in this very process: a ping has to be longer than the process may stand still.
  const short = { headers: 300, request: 600, look: 100, hello: 60_000, ping: 3_000, unread: 60_000 };
  server = await openTestServer(noKafka, { timeouts: short });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

test("a head that trickles in, and a body that never ends, are answered with 408 and the connection is closed", async () => {
  const slow = new RawConnection(address);
  slow.send("GET /healthz HTTP/1.1\r\nX-Slow: ");
  const trickle = setInterval(() => slow.send("x"), 50);
  const endless = new RawConnection(address);
  endless.send(
    `POST /api/runs HTTP/1.1\r\nHost: ${new URL(address).host}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
  );
  for (const { closed } of [slow, endless])
    expect(await closed).toMatch(/^HTTP\/1.1 408 .*"code":"request-slow"/s);
  clearInterval(trickle);
});

test("a peer that answers no ping is gone, and one that answers stays", async () => {
  const openConnection = async () => {
    const connection = new RawConnection(address);
    connection.send(upgrade(address, { "X-Session": "a-session-of-this-test-only" }));
    await connection.until(/101 Switching/);
    return connection;
  };
  const [dead, alive] = [await openConnection(), await openConnection()];
  let answered = 0;
  for (; answered < 3; answered++) {
    const pings = alive.heard.split("\x89\x00").length;
    while (alive.heard.split("\x89\x00").length === pings) await alive.until(/$/).then(pause);
    alive.send(frame(0x8a, Buffer.alloc(0)));
  }
  await dead.closed;
  alive.destroy();
});

test("a reader that stands still is cut off, on HTTP and on a WebSocket, and one that waits is not", async () => {
  const short = { ...defaultTimeouts, unread: 300 };
  const strict = await openTestServer(noKafka, { timeouts: short });
  const at = await strict.app.listen({ host: "127.0.0.1", port: 0 });
  const body = JSON.stringify({
    source: `export function initialState() { return ""; }
export function evolve(state, event) { return String(event.data.n).padEnd(195_000, "x"); }`,
    log: givenRecords(82),
  });
  const waiting = await TestClient.open(at, "a-session-of-this-test-only");
  const asking = silentReader(at);
  asking.write(
    `POST /api/runs HTTP/1.1\r\nHost: ${new URL(at).host}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
  const talking = silentReader(at);
  talking.write(upgrade(at, { "X-Session": "a-session-of-this-test-only" }));
  const hello = Buffer.from('{"kind":"hello","version":1}');
  talking.write(frame(0x81, hello));
  const run = Buffer.from(`{"kind":"run","id":"r",${body.slice(1)}`);
  talking.write(frame(0x81, run));
  const cutOff = async () => (await strict.playground.metrics.connectionsCut.get()).values[0]?.value ?? 0;
  await waitForCondition(
    async () => strict.app.websocketServer.clients.size === 1 && (await cutOff()) >= 2,
    "both to be cut off",
  );
  // A connection counts as cut off when it is destroyed; what it held comes back when it has closed, a turn later.
  await waitForCondition(() => strict.playground.unread.bytes === 0, "what both held to be given back");
  waiting.send({ kind: "run", id: "r", source: summingSource(), log: givenRecords(1) });
  expect((await waiting.end("r")).verdict).toBe("ok");
  waiting.close();
  for (const socket of [asking, talking]) socket.destroy();
  await strict.close();
});

/** A connection that reads nothing. */
function silentReader(to: string): Socket {
  const { hostname, port } = new URL(to);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  return socket;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

test("the server waits as long as it says it does", async () => {
  const usual = await openTestServer();
  const { headersTimeout, requestTimeout } = usual.app.server;
  expect({ headersTimeout, requestTimeout }).toEqual({
    headersTimeout: defaultTimeouts.headers,
    requestTimeout: defaultTimeouts.request,
  });
  await usual.close();
});
