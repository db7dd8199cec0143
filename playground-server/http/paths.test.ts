import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("an address in other letters meets the same rules", async () => {
  const answer = await server.app.inject("/%61pi/exercises");
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toHaveProperty("x-ratelimit-limit");
  expect(answer.headers["content-security-policy"]).toBe("default-src 'none'");
});

test.each(["/api/%zz", `/api/exercises/${"a".repeat(200)}`])(
  "%s leads nowhere, in the usual form",
  async (url) => {
    const answer = await server.app.inject(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json().code).toBe("not-found");
  },
);

test("nothing at an address is a problem, with the usual headers", async () => {
  const answer = await server.app.inject("/api/nothing");
  expect(answer.statusCode).toBe(404);
  expect(answer.json().code).toBe("not-found");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["content-security-policy"]).toBe("default-src 'none'");
});
