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
