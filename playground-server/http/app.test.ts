import { afterAll, beforeAll, expect, test } from "vitest";
import { errors, Refusal } from "../errors.ts";
import { given, lines, summing, type TestServer, testServer } from "../testing/playground.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const session = { "x-session": "a-session-of-this-test-only" };

function post(url: string, payload: unknown, headers: Record<string, string> = session) {
  return server.app.inject({ method: "POST", url, payload: payload as object, headers });
}

test("a run over given records streams start, steps and one end", async () => {
  const answer = await post("/api/runs", { source: summing(), log: given(3) });
  expect(answer.headers["content-type"]).toBe("application/x-ndjson");
  const messages = lines(answer.body);
  expect(messages.map(({ kind }) => kind)).toEqual(["start", "step", "step", "step", "end"]);
  expect(messages[0].slice).toEqual({ topic: "given", partitions: [{ partition: 0, from: 0, to: 3 }] });
  expect(messages[2].position).toEqual({ topic: "given", partition: 0, offset: 1 });
  expect(messages.at(-1)).toMatchObject({ verdict: "ok", state: { count: 3 } });
});

test("the lines that a run's steps go through are asked for as a run is", async () => {
  const answer = await post("/api/lines", {
    source: summing("if (event.data.n)\nreturn state;"),
    log: given(2),
  });
  expect(answer.headers["content-type"]).toBe("application/x-ndjson");
  expect(lines(answer.body)).toEqual([
    { kind: "lines", index: -1, lines: [1] },
    { kind: "lines", index: 0, lines: [2, 3] },
    { kind: "lines", index: 1, lines: [2, 3] },
    { kind: "end", missing: null, message: "" },
  ]);
  expect((await post("/api/lines", { source: summing() })).json()).toMatchObject({ code: "log-missing" });
  const unknown = await server.app.inject({ url: "/api/runs/none/window/lines?partition=0&offset=0" });
  expect(unknown.json()).toMatchObject({ code: "run-unknown" });
});

test("given records may hold what a log holds beside events: tombstones, other values, no time", async () => {
  const records = [
    { key: "k", value: '{"type":"Counted","data":{"__proto__":1}}', timestamp: -1, headers: { trace: "1" } },
    { key: null, value: null },
    { key: "k", value: "no event" },
    { key: "k", event: { type: "Counted", data: 1 } },
  ];
  const messages = lines((await post("/api/runs", { source: summing(), log: { records } })).body);
  expect(messages.at(-1)).toMatchObject({ verdict: "ok", steps: 2, skipped: 2, state: { count: 2 } });
  expect(messages[1].event.metadata).toMatchObject({ timestamp: -1, occurredAt: "1969-12-31T23:59:59.999Z" });
  expect(messages[2].position.offset).toBe(3);
});

test("thirty sessions behind one address run at the same time and all pass", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      post(
        "/api/runs",
        { source: summing(), log: given(8) },
        { "x-session": `session-number-${i}-of-a-class` },
      ),
    ),
  );
  expect(answers.map(({ body }) => lines(body).at(-1).verdict)).toEqual(
    Array.from({ length: 30 }, () => "ok"),
  );
});

test("where Kafka is away a run over a topic is refused with a sentence, and the sandbox stays usable", async () => {
  const answer = await post("/api/runs", { source: summing(), log: { topic: "course.carts" } });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.json()).toMatchObject({ code: "log-unavailable" });
  expect((await server.app.inject("/healthz")).statusCode).toBe(200);
  expect((await server.app.inject("/readyz")).statusCode).toBe(503);
});

test("exercises are listed, and the solution is not given away", async () => {
  const all = (await server.app.inject("/api/exercises")).json();
  expect(all).toContainEqual(
    expect.objectContaining({ id: "parking-garage", difficulty: 2, prerequisites: ["cart-read-only"] }),
  );
  const one = (await server.app.inject("/api/exercises/cart-read-only")).json();
  expect(one).toMatchObject({ id: "cart-read-only", entry: { kind: "reducer" } });
  expect(one.starter).toContain("evolve");
  expect(Object.keys(one)).not.toContain("solution");
});

test("the solution is refused until this session has earned it, and no check is ever told", async () => {
  const solved = () => server.app.inject({ url: "/api/exercises/chess-moves/solution", headers: session });
  expect((await solved()).json()).toMatchObject({ code: "solution-not-earned", status: 403 });
  const { solution } = await server.playground.exercise("chess-moves");
  const check = lines((await post("/api/checks", { exercise: "chess-moves", source: solution })).body);
  expect(check.at(-1)).toMatchObject({ passed: true });
  const answer = await solved();
  expect(answer.json().solution).toBe(solution);
  expect(Object.keys(answer.json()).toSorted()).toEqual(["approaches", "solution"]);
  const other = { "x-session": "another-session-of-this-test" };
  const elsewhere = await server.app.inject({ url: "/api/exercises/chess-moves/solution", headers: other });
  expect(elsewhere.statusCode).toBe(403);
});

test("the reference's states are told beside one's own once an answer was checked, and never its code", async () => {
  const asker = { "x-session": "a-session-that-compares-two" };
  const { starter, solution } = await server.playground.exercise("cart-read-only");
  const compare = () => post("/api/comparisons", { exercise: "cart-read-only", source: starter }, asker);
  expect((await compare()).json()).toMatchObject({ code: "comparison-not-open", status: 403 });
  await post("/api/checks", { exercise: "cart-read-only", source: starter }, asker);
  const answer = await compare();
  const { mine, reference, differing, ends } = answer.json();
  expect(mine.steps).toHaveLength(reference.steps.length);
  expect(reference.end).toMatchObject({ verdict: "ok" });
  expect(differing[0]).toBe(4);
  // What counts of a cart are its lines.
  expect(ends.reference).toEqual({ pants: 1, "t-shirt": 1, hat: 1 });
  const code = solution.split("\n").filter((line) => line.trim().length > 20 && !starter.includes(line));
  for (const line of code) expect(answer.body).not.toContain(JSON.stringify(line).slice(1, -1));
  const alike = await post("/api/comparisons", { exercise: "cart-read-only", source: solution }, asker);
  expect(alike.json().differing).toEqual([]);
});

test("records that come with a request are folded from a state that was kept", async () => {
  const run = (body: object) => post("/api/runs", { source: summing(), ...body });
  const whole = lines((await run({ log: given(6) })).body);
  const from = lines((await run({ log: given(4) })).body).at(-1).state;
  const { records } = given(6);
  const onward = lines((await run({ log: { records: records.slice(4) }, from })).body);
  expect(onward[0].state).toEqual(from);
  expect(onward.at(-1).state).toEqual(whole.at(-1).state);
  expect((await run({ log: { topic: "course.carts" }, from })).json()).toMatchObject({
    code: "request-invalid",
  });
});

test("predicted states are scored, and refused where an exercise asks for none or a source comes with them", async () => {
  const predicted = [
    { index: 4, state: { pants: 1, "t-shirt": 3 } },
    { index: 6, state: { pants: 1, "t-shirt": 2, hat: 1 } },
  ];
  const ask = async (body: object) => post("/api/checks", body);
  const told = lines((await ask({ exercise: "cart-read-only", predicted })).body);
  expect(told.map(({ passed }) => passed)).toEqual([true, false, false]);
  expect(told[1].message).toMatch(/^After offset 6 you predict 2 at `t-shirt`\. The record says: .*\?$/);
  expect(told[2].score).toEqual({ right: 1, of: 4 });
  for (const body of [
    { exercise: "chess-moves", predicted },
    { exercise: "cart-read-only", predicted, source: "" },
  ])
    expect((await ask(body)).json()).toMatchObject({ code: "request-invalid" });
});

test("an exercise that does not exist is a 404 that says where the list is", async () => {
  const answer = await server.app.inject("/api/exercises/ex-9999");
  expect(answer.statusCode).toBe(404);
  expect(answer.json().detail).toContain("/api/exercises");
});

test("checks are graded without Kafka", async () => {
  const { starter } = (await server.app.inject("/api/exercises/cart-read-only")).json();
  const messages = lines((await post("/api/checks", { exercise: "cart-read-only", source: starter })).body);
  expect(messages.at(-1)).toMatchObject({ kind: "end", passed: false });
  expect(messages.filter(({ kind }) => kind === "end")).toHaveLength(1);
});

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
  const answer = await post("/api/runs", payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().code).toBe("request-invalid");
});

test("a run without a log and without an exercise says what is missing", async () => {
  expect((await post("/api/runs", { source: summing() })).json().code).toBe("log-missing");
});

test("__proto__, a key twice in one object and values nested without end are refused", async () => {
  const headers = { ...session, "content-type": "application/json" };
  const inject = (payload: string) =>
    server.app.inject({ method: "POST", url: "/api/runs", payload, headers });
  expect((await inject('{"source":"","__proto__":{"a":1}}')).statusCode).toBe(400);
  expect((await inject('{"source":"a","log":{"records":[]},"source":"b"}')).json().detail).toContain("twice");
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  expect((await inject(`{"source":"","args":[${deep}]}`)).json().code).toBe("request-invalid");
});

test("a body of 10 MB is refused before it is read", async () => {
  const answer = await post("/api/runs", { source: "x".repeat(10_000_000) });
  expect(answer.statusCode).toBe(413);
  expect(answer.json().code).toBe("body-too-large");
});

test("a source past 64 KB is a verdict of the run", async () => {
  const answer = await post("/api/runs", { source: `// ${"x".repeat(70_000)}`, log: given(1) });
  expect(lines(answer.body).at(-1).verdict).toBe("source-too-large");
});

test("a body that is not JSON is refused", async () => {
  const headers = { ...session, "content-type": "text/plain" };
  const answer = await server.app.inject({ method: "POST", url: "/api/runs", payload: "hello", headers });
  expect(answer.json().code).toBe("media-type-unknown");
});

test("a page of another site may not post, and this site's own may", async () => {
  const foreign = await post("/api/runs", {}, { origin: "https://evil.example", host: "localhost:4000" });
  expect(foreign.statusCode).toBe(403);
  expect(foreign.json().code).toBe("origin-not-allowed");
  const own = await post("/api/runs", {}, { origin: "http://localhost:4000", host: "localhost:4000" });
  expect(own.json().code).toBe("request-invalid");
});

test("a foreign name that points to this machine is not answered", async () => {
  const answer = await server.app.inject({ url: "/api/about", headers: { host: "evil.example:4000" } });
  expect(answer.json().code).toBe("host-not-allowed");
});

test("a session is handed out once, in a cookie that scripts cannot read", async () => {
  const first = await server.app.inject("/api/about");
  expect(first.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
  const token = first.headers["x-session"] as string;
  expect(token).toMatch(/^[\w-]{32}$/);
  const second = await server.app.inject({ url: "/api/about", headers: { "x-session": token } });
  expect(second.headers["set-cookie"]).toBeUndefined();
  const browser = await server.app.inject({
    url: "/api/about",
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(browser.headers["x-session"]).toBeUndefined();
  expect(browser.headers["set-cookie"]).toBeDefined();
});

test("a session appends only after its token has come back", async () => {
  const event = { topic: "mine.carts", key: "k", event: { type: "A", data: null } };
  expect((await post("/api/events", event, {})).json().code).toBe("session-new");
  expect((await post("/api/events", event)).json().code).toBe("log-unavailable");
  expect((await post("/api/events", { ...event, topic: "course.carts" })).json().code).toBe(
    "topic-read-only",
  );
});

test("too many requests of one address are slowed down", async () => {
  const small = await testServer(undefined, { env: { PER_ADDRESS_SESSIONS: "1" } });
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

test("behind a proxy the address is the one the proxy saw, whatever the client says of itself", async () => {
  const env = { PER_ADDRESS_SESSIONS: "1", TRUST_PROXY: "1" };
  const small = await testServer(undefined, { env });
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

test("a log that is slow and then away is refused with its own status", async () => {
  const { log } = server.playground;
  const { read } = log;
  log.read = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    throw new Refusal("log-unavailable");
  };
  try {
    const answer = await post("/api/runs", { source: summing(), log: { topic: "course.carts" } });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "log-unavailable"]);
  } finally {
    log.read = read;
  }
});

test("what is said of the limits has each of them once, and the queue's numbers", async () => {
  const { limits } = (await server.app.inject("/api/about")).json();
  expect(limits).toMatchObject({ cpuMilliseconds: 1_500, wallMilliseconds: 5_000, sourceBytes: 65_536 });
  expect(limits).toMatchObject({ slots: server.playground.runner.queue.slots, perAddressSessions: 60 });
  expect(Object.keys(limits).filter((name) => /^(cpu|wall|jobWall|output)$/.test(name))).toEqual([]);
});

test("the OpenAPI document names every route and every error", async () => {
  const document = (await server.app.inject("/api/openapi.json")).json();
  const undescribed = ["/api/openapi.json", "/api/ws", "/*"];
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
      expect(server.app.hasRoute({ url, method: name === "post" ? "POST" : "GET" }), url).toBe(true);
    }
  }
  expect(document.components.schemas.Run.properties).toHaveProperty("source");
  expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(errors));
});

test("metrics are Prometheus text without any learner's words", async () => {
  const { body } = await server.app.inject("/metrics");
  expect(body).toMatch(/^offset_zero_runs_total\{verdict="ok"\} \d+$/m);
  expect(body).toMatch(/^offset_zero_slots \d+$/m);
});

test("nothing at an address is a problem, with the usual headers", async () => {
  const answer = await server.app.inject("/api/nothing");
  expect(answer.statusCode).toBe(404);
  expect(answer.json().code).toBe("not-found");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["content-security-policy"]).toBe("default-src 'none'");
});
