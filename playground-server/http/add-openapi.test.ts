import { afterAll, beforeAll, expect, test } from "vitest";
import { errors } from "../errors.ts";
import { openTestServer, type TestServer, testSession } from "../testing/test-playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test("the OpenAPI document names every route and every error", async () => {
  const document = (await server.app.inject("/api/openapi.json")).json();
  const undescribed = ["/api/ws", "/*"];
  const routes = server.app.printRoutes({ commonPrefix: false, includeMeta: false }).split("\n");
  // A line is indented by four characters for each part of the path above it.
  const path: string[] = [];
  for (const line of routes) {
    const [, indent, part] = /^([│ ]*)[├└]── (\S+) \(/.exec(line) ?? [];
    if (indent === undefined || part === undefined) continue;
    path.splice(indent.length / 4, Infinity, part);
    const url = path.join("").replace(/:(\w+)/g, "{$1}");
    if (!undescribed.includes(url)) expect(Object.keys(document.paths)).toContain(url);
  }
  for (const [path, methods] of Object.entries<object>(document.paths)) {
    const url = path.replace(/\{(\w+)\}/g, ":$1");
    for (const name of Object.keys(methods)) {
      expect(server.app.hasRoute({ url, method: name.toUpperCase() as "GET" }), url).toBe(true);
    }
  }
  expect(document.components.schemas.Run.properties).toHaveProperty("source");
  expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(errors));
});

test("the OpenAPI document says which parameters a request needs", async () => {
  const { paths } = (await server.app.inject("/api/openapi.json")).json();
  const required = (path: string) =>
    paths[path].get.parameters.map(({ name, required }: { name: string; required: boolean }) => [
      name,
      required,
    ]);
  for (const path of ["/api/runs/{runId}/window", "/api/runs/{runId}/window/lines"])
    expect(new Map(required(path))).toEqual(
      new Map(["runId", "partition", "offset"].map((name) => [name, true])),
    );
  expect(new Map(required("/api/logs/{topic}"))).toEqual(
    new Map([["topic", true], ...["partition", "from", "to", "last"].map((name) => [name, false] as const)]),
  );
});

test("every path of the OpenAPI document answers another method with 405 and those it has", async () => {
  const document = (await server.app.inject("/api/openapi.json")).json();
  for (const [path, operations] of Object.entries<object>(document.paths)) {
    const offered = Object.keys(operations).map((method) => method.toUpperCase());
    if (offered.includes("GET")) offered.push("HEAD");
    for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const) {
      if (offered.includes(method)) continue;
      const url = path.replace(/\{\w+\}/g, "x");
      const answer = await server.app.inject({ method, url, headers: testSession, payload: "no JSON" });
      const allowed = String(answer.headers.allow).split(", ").toSorted();
      expect([answer.statusCode, allowed], `${method} ${path}`).toEqual([405, offered.toSorted()]);
      if (method !== "HEAD") expect(answer.json().code).toBe("method-not-allowed");
    }
  }
});

test("every operation of the OpenAPI document refuses with a problem as it says", async () => {
  const document = (await server.app.inject("/api/openapi.json")).json();
  const foreign = { host: "evil.example:4000" };
  for (const [path, operations] of Object.entries<object>(document.paths)) {
    for (const method of Object.keys(operations)) {
      const url = path.replace(/\{\w+\}/g, "x");
      const answer = await server.app.inject({ method: method as "get", url, headers: foreign });
      expect(answer.json(), `${method} ${path}`).toMatchObject({ status: 403, code: "host-not-allowed" });
    }
  }
});

test("what is refused names the first member that does not fit, in the path, the query and the body", async () => {
  const ask = async (method: "GET" | "POST", url: string, payload?: object) =>
    (await server.app.inject({ method, url, headers: testSession, ...(payload && { payload }) })).json()
      .detail;
  expect(await ask("GET", "/api/logs/course.carts?last=0")).toMatch(/^last: .*\/api\/openapi\.json\.$/);
  expect(await ask("GET", "/api/runs/x/window?partition=0")).toMatch(/^offset: /);
  expect(await ask("POST", "/api/events", { topic: "mine.a", key: "", event: 1 })).toMatch(/^key: /);
  expect(await ask("POST", "/api/checks", { exercise: "cart-read-only" })).toBe(
    "The request: give a source, or the states that are predicted. Compare it with /api/openapi.json.",
  );
});

test("an answer that is not as the document says makes a test fail", async () => {
  const { playground } = server;
  const { about } = playground;
  const wrong = [
    { ...about.call(playground), undocumented: 1 },
    { ...about.call(playground), version: 1 },
  ];
  for (const answer of wrong) {
    playground.about = () => answer as never;
    await expect(server.app.inject("/api/about")).rejects.toThrow("get /api/about 200: ");
  }
  playground.about = about;
  expect((await server.app.inject("/api/about")).statusCode).toBe(200);
});
