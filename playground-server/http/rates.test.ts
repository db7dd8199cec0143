import { expect, test } from "vitest";
import { openTestServer, testSession } from "../testing/test-playground.ts";
import { TestClient } from "../testing/websocket-client.ts";
import { httpLimits } from "./limits.ts";

test("too many requests of one address are slowed down", async () => {
  const small = await openTestServer(undefined, { env: { PER_ADDRESS_SESSIONS: "1" } });
  try {
    const codes: number[] = [];
    for (let i = 0; i < 40; i++) codes.push((await small.app.inject("/api/exercises")).statusCode);
    expect(codes.slice(0, 30).every((code) => code === 200)).toBe(true);
    expect(codes.at(-1)).toBe(429);
    expect((await small.app.inject("/api/exercises")).json().code).toBe("rate-limited");
  } finally {
    await small.close();
  }
});

test("behind a proxy the address is the one the proxy saw, whatever the client says of itself", async () => {
  const env = { PER_ADDRESS_SESSIONS: "1", TRUST_PROXY: "1" };
  const small = await openTestServer(undefined, { env });
  const ask = async (claimed: string, seen: string) => {
    const headers = { "x-forwarded-for": `${claimed}, ${seen}` };
    return (await small.app.inject({ url: "/api/exercises", headers })).statusCode;
  };
  try {
    for (let i = 0; i < 30; i++) await ask(`10.0.0.${i}`, "192.0.2.1");
    expect(await ask("10.0.0.99", "192.0.2.1")).toBe(429);
    expect(await ask("10.0.0.99", "192.0.2.2")).toBe(200);
  } finally {
    await small.close();
  }
});

test("an address that sends too many bytes is slowed down before they are read, on a WebSocket too", async () => {
  const small = await openTestServer(undefined, { env: { PER_ADDRESS_SESSIONS: "1", TRUST_PROXY: "1" } });
  const send = (bytes: number, from = "192.0.2.1") =>
    small.app.inject({
      method: "POST",
      url: "/api/runs",
      payload: "x".repeat(bytes),
      headers: { "content-type": "application/json", "x-forwarded-for": from },
    });
  try {
    expect((await send(httpLimits.bodyBytes)).json().code).toBe("request-invalid");
    const refused = await send(httpLimits.bytesAtOnce);
    expect(refused.json().code).toBe("rate-limited");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await send(httpLimits.bytesAtOnce, "192.0.2.2")).json().code).toBe("request-invalid");
    const address = await small.app.listen({ host: "127.0.0.1", port: 0 });
    const client = await TestClient.open(address, testSession["x-session"]);
    for (let i = 0; i < 9; i++) client.send("x".repeat(httpLimits.bytesAtOnce));
    await client.next(({ code }) => code === "rate-limited");
    client.close();
  } finally {
    await small.close();
  }
});
