import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("a page of another site may not post, and this site's own may", async () => {
  const foreign = await server.post(
    "/api/runs",
    {},
    { origin: "https://evil.example", host: "localhost:4000" },
  );
  expect(foreign.statusCode).toBe(403);
  expect(foreign.json().code).toBe("origin-not-allowed");
  const own = await server.post("/api/runs", {}, { origin: "http://localhost:4000", host: "localhost:4000" });
  expect(own.json().code).toBe("request-invalid");
});

test("the same host over another scheme is another site", async () => {
  const host = "localhost:4000";
  expect((await server.post("/api/runs", {}, { origin: "https://localhost:4000", host })).json().code).toBe(
    "origin-not-allowed",
  );
  const secure = await openTestServer(undefined, {
    env: { TRUST_PROXY: "1", ALLOWED_HOSTS: "course.example" },
  });
  const ask = async (origin: string) => {
    const headers = { origin, host: "course.example", "x-forwarded-proto": "https" };
    const answer = await secure.app.inject({ method: "POST", url: "/api/runs", payload: {}, headers });
    return answer.json().code;
  };
  expect(await ask("http://course.example")).toBe("origin-not-allowed");
  expect(await ask("https://course.example")).toBe("request-invalid");
  expect(await ask("https://COURSE.example:443")).toBe("request-invalid");
  await secure.close();
});

test("a foreign name that points to this machine is not answered", async () => {
  const answer = await server.app.inject({ url: "/api/about", headers: { host: "evil.example:4000" } });
  expect(answer.json().code).toBe("host-not-allowed");
});

test("a person at a foreign name gets a page that names the right address, and the same page there", async () => {
  const open = await openTestServer(undefined, { env: { ALLOWED_HOSTS: "course.example" } });
  const answer = await open.app.inject({
    url: '/lessons/"><script>',
    headers: { host: "Wrong.Example:4000", accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
  });
  expect(answer.statusCode).toBe(403);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(answer.body).toContain("You opened <b>Wrong.Example:4000</b>.");
  expect(answer.body).toContain('<a href="http://course.example:4000/lessons/');
  expect(answer.body).toContain(">http://course.example:4000</a>");
  expect(answer.body).not.toContain("<script>");
  await open.close();
});

test("a server of this machine alone sends a person at a foreign name to localhost", async () => {
  const headers = { host: "192.0.2.1:4000", accept: "text/html" };
  expect((await server.app.inject({ url: "/", headers })).body).toContain('href="http://localhost:4000/"');
});

test("a program at a foreign name, and whoever asks the API, gets a problem", async () => {
  const host = "evil.example:4000";
  for (const [url, accept] of [
    ["/", "*/*"],
    ["/api/about", "text/html"],
  ] as const) {
    const answer = await server.app.inject({ url, headers: { host, accept } });
    expect(answer.json().code).toBe("host-not-allowed");
  }
});

test("where others can join is said as the request came in, by its scheme and port", async () => {
  expect((await server.app.inject("/api/join")).json()).toEqual({ addresses: [] });
  const env = { TRUST_PROXY: "1", ALLOWED_HOSTS: "course.example,lab.example" };
  const open = await openTestServer(undefined, { env });
  const headers = { host: "course.example:8443", "x-forwarded-proto": "https" };
  expect((await open.app.inject({ url: "/api/join", headers })).json()).toEqual({
    addresses: ["https://course.example:8443", "https://lab.example:8443"],
  });
  await open.close();
});
