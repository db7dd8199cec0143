import { afterAll, beforeAll, expect, test } from "vitest";
import { noKafka, type TestServer, testServer } from "../testing/playground.ts";
import { frame, RawConnection, upgrade } from "../testing/raw-connection.ts";
import { patience } from "./patience.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  const short = { headers: 300, request: 600, look: 100, hello: 10_000, ping: 200 };
  server = await testServer(noKafka, { patience: short });
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
  const open = async () => {
    const connection = new RawConnection(address);
    connection.send(upgrade(address, { "X-Session": "a-session-of-this-test-only" }));
    await connection.until(/101 Switching/);
    return connection;
  };
  const [dead, alive] = [await open(), await open()];
  let answered = 0;
  for (; answered < 3; answered++) {
    const pings = alive.heard.split("\x89\x00").length;
    while (alive.heard.split("\x89\x00").length === pings) await alive.until(/$/).then(pause);
    alive.send(frame(0x8a, Buffer.alloc(0)));
  }
  await dead.closed;
  alive.destroy();
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

test("the server waits as long as it says it does", async () => {
  const usual = await testServer();
  const { headersTimeout, requestTimeout } = usual.app.server;
  expect({ headersTimeout, requestTimeout }).toEqual({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
  });
  await usual.close();
});
