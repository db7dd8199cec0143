import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, sessionToken, type TestServer } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("a session is handed out once, in a cookie that scripts cannot read", async () => {
  const first = await server.app.inject("/api/about");
  expect(first.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
  const token = first.headers["x-session"] as string;
  expect(token).toMatch(/^[\w-]{32}\.[\w-]{43}$/);
  const second = await server.app.inject({ url: "/api/about", headers: { "x-session": token } });
  expect(second.headers["set-cookie"]).toBeUndefined();
  const browser = await server.app.inject({
    url: "/api/about",
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(browser.headers["x-session"]).toBeUndefined();
  expect(browser.headers["set-cookie"]).toBeDefined();
});

test("an invented token is the session it names, counts as new, and is handed out signed", async () => {
  const event = { topic: "mine.carts", key: "k", event: { type: "A", data: null } };
  const invented = { "x-session": "an-invented-session-or-an-old-one" };
  const first = await server.post("/api/events", event, invented);
  expect(first.json().code).toBe("session-new");
  const signed = first.headers["x-session"] as string;
  expect(signed).toBe(sessionToken(invented["x-session"]));
  expect(first.headers["set-cookie"]).toContain(`offset_zero=${signed};`);
  expect((await server.post("/api/events", event, { "x-session": signed })).json().code).toBe(
    "log-unavailable",
  );
  const [name] = signed.split(".");
  const forged = await server.post("/api/events", event, { "x-session": `${name}.${"A".repeat(43)}` });
  expect([forged.json().code, forged.headers["x-session"]]).toEqual(["session-new", signed]);
});

test("a page's HTML hands a browser with an old cookie the signed one", async () => {
  const headers = { accept: "text/html", cookie: "offset_zero=a-session-of-an-older-version" };
  const { headers: answered } = await server.app.inject({ url: "/", headers });
  expect(answered["set-cookie"]).toContain(`offset_zero=${sessionToken("a-session-of-an-older-version")};`);
  const cookie = `offset_zero=${sessionToken("a-session-of-an-older-version")}`;
  const again = await server.app.inject({ url: "/", headers: { ...headers, cookie } });
  expect(again.headers["set-cookie"]).toBeUndefined();
});

test("a session appends only after its token has come back", async () => {
  const event = { topic: "mine.carts", key: "k", event: { type: "A", data: null } };
  expect((await server.post("/api/events", event, {})).json().code).toBe("session-new");
  expect((await server.post("/api/events", event)).json().code).toBe("log-unavailable");
  expect((await server.post("/api/events", { ...event, topic: "course.carts" })).json().code).toBe(
    "topic-read-only",
  );
});
