import { afterAll, beforeAll, expect, test } from "vitest";
import { RawConnection } from "../testing/raw-connection.ts";
import { openTestServer, type TestServer } from "../testing/test-playground.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await openTestServer();
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

test.each([
  ["no HTTP", "\x16\x03\x01 hello", 400, "request-invalid"],
  ["an unknown method", "BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n", 400, "request-invalid"],
  [
    "headers of 32 KB",
    `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(32_000)}\r\n\r\n`,
    431,
    "headers-too-large",
  ],
])("%s is answered as any other refusal, and the connection ends", async (_, bytes, status, code) => {
  const connection = new RawConnection(address);
  connection.send(bytes);
  const [head, body] = (await connection.closed).split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*application/problem\\+json`, "s"));
  expect(JSON.parse(body ?? "")).toMatchObject({ status, code });
});
