import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestServer, type TestServer, testSession } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test.each([
  ["a field of the wrong type", { source: 1 }],
  ["an unknown field", { source: "", hack: true }],
  [
    "a partition named twice",
    { source: "", log: { topic: "course.carts", partitions: [{ partition: 0 }, { partition: 0 }] } },
  ],
  ["a log of two shapes", { source: "", log: { topic: "course.carts", records: [] } }],
  [
    "a given record that is an event and a value",
    { source: "", log: { records: [{ key: "k", value: "{}", event: { type: "A", data: 1 } }] } },
  ],
  ["a given record that is neither", { source: "", log: { records: [{ key: "k" }] } }],
  [
    "a time that no date can name",
    { source: "", log: { records: [{ key: "k", value: null, timestamp: 8_640_000_000_000_001 }] } },
  ],
  ["an entry with a name that is none", { source: "", entry: { kind: "call", name: "a b" } }],
])("%s is refused by the schema", async (_, payload) => {
  const answer = await server.post("/api/runs", payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().code).toBe("request-invalid");
});

test("__proto__, a key twice in one object and values nested without end are refused", async () => {
  const headers = { ...testSession, "content-type": "application/json" };
  const inject = (payload: string) =>
    server.app.inject({ method: "POST", url: "/api/runs", payload, headers });
  expect((await inject('{"source":"","__proto__":{"a":1}}')).statusCode).toBe(400);
  expect((await inject('{"source":"a","log":{"records":[]},"source":"b"}')).json().detail).toContain("twice");
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  expect((await inject(`{"source":"","args":[${deep}]}`)).json().code).toBe("request-invalid");
});

test("a body of 10 MB is refused before it is read", async () => {
  const answer = await server.post("/api/runs", { source: "x".repeat(10_000_000) });
  expect(answer.statusCode).toBe(413);
  expect(answer.json().code).toBe("body-too-large");
});

test("a body that is not JSON is refused", async () => {
  const headers = { ...testSession, "content-type": "text/plain" };
  const answer = await server.app.inject({ method: "POST", url: "/api/runs", payload: "hello", headers });
  expect(answer.json().code).toBe("media-type-unknown");
});
