import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  givenRecords,
  lines,
  openTestServer,
  summingSource,
  type TestServer,
  waitForCondition,
} from "../testing/test-playground.ts";
import { socketUrl, TestClient } from "../testing/websocket-client.ts";
import { type UnreadAccount, UnreadMemoryBudget } from "./memory-budget.ts";

const mebibyte = 2 ** 20;
/** Far less than the server's own, so that a few answers reach it. */
const limits = { reservedBytes: 64 * 1024, bytesPerAddress: 3 * mebibyte, bytesInAll: 4 * mebibyte };
const [one, another] = ["192.0.2.1", "192.0.2.2"];

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await openTestServer(undefined, { env: { TRUST_PROXY: "1", TRACE_CACHE_MB: "32" } });
  address = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

let budget: UnreadMemoryBudget;
beforeEach(() => {
  budget = new UnreadMemoryBudget(limits);
  Object.assign(server.playground, { unread: budget });
});
/** Whatever was answered and closed, holds nothing. */
afterEach(async () => {
  for (const account of held.splice(0)) account.close();
  await waitForCondition(() => budget.bytes === 0, "the bytes to be given back");
});

const held: UnreadAccount[] = [];
function hold(from: string, bytes: number): void {
  const account = budget.open(from);
  expect(account.take(bytes)).toBe(true);
  held.push(account);
}

/** Asks and reads the head of the answer only. */
async function ask(from: string, body: object): Promise<IncomingMessage> {
  const asked = request(`${address}/api/runs`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-session": "a-session-of-this-test-only",
      "x-forwarded-for": from,
    },
  });
  asked.end(JSON.stringify(body));
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return answer;
}

const small = { source: summingSource(), log: givenRecords(3) };
/** Its trace takes about 16 MB, more than the system takes on a connection that nobody reads. */
const large = (seed: number) => ({
  source: `export function initialState() { return ""; }
export function evolve(state, event) { return String(event.data.n).padEnd(195_000, "x"); }`,
  log: givenRecords(82),
  seed,
});

test("an address that holds too much is refused before its next answer begins, and others are served", async () => {
  hold(one, limits.bytesPerAddress);
  const refused = await ask(one, small);
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "10"]);
  expect(JSON.parse(await readText(refused))).toMatchObject({ code: "answers-unread" });
  expect(lines(await readText(await ask(another, small))).at(-1).verdict).toBe("ok");
  const headers = { "x-session": "a-session-of-this-test-only", "x-forwarded-for": one };
  expect((await new TestClient(socketUrl(address), headers).closed).code).toBe(1013);
});

test("where all hold too much, who reads is served all the same", async () => {
  hold(one, limits.bytesPerAddress);
  hold(another, limits.bytesInAll - budget.bytes + limits.reservedBytes);
  expect(lines(await readText(await ask("192.0.2.3", small))).at(-1).verdict).toBe("ok");
});

test("a run whose steps are left unread is given up, and its answer ends with the problem", async () => {
  const unread = await ask(one, large(1));
  await waitForCondition(() => server.playground.runner.queue.running === 0, "the run's end");
  expect(budget.bytes).toBeLessThanOrEqual(limits.bytesPerAddress);
  const messages = lines(await readText(unread));
  expect(messages.filter(({ kind }) => ["end", "problem"].includes(kind))).toHaveLength(1);
  expect(messages.at(-1)).toMatchObject({ kind: "problem", code: "answers-unread" });
  expect(messages.at(-1).detail).toContain("Read the open answers");
});

test("a run whose steps are read as they come is whole, however little may be unread", async () => {
  budget = new UnreadMemoryBudget({
    reservedBytes: mebibyte,
    bytesPerAddress: 8 * mebibyte,
    bytesInAll: 8 * mebibyte,
  });
  Object.assign(server.playground, { unread: budget });
  const messages = lines(await readText(await ask(one, { ...large(2), log: givenRecords(40) })));
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok", steps: 40 });
});

test("a kept trace is held once for all who read it, on HTTP and on sockets", async () => {
  budget = new UnreadMemoryBudget({ ...limits, bytesPerAddress: 20 * mebibyte, bytesInAll: 20 * mebibyte });
  Object.assign(server.playground, { unread: budget });
  const whole = await readText(await ask(one, large(3)));
  const { hits } = server.playground.runner.cache;
  const unread = await Promise.all(Array.from({ length: 10 }, () => ask(another, large(3))));
  const client = await TestClient.open(address, "a-session-of-this-test-only");
  client.send({ kind: "run", id: "r", ...large(3) });
  await waitForCondition(
    () => server.playground.runner.cache.hits === hits + 11,
    "all answers from the cache",
  );
  expect(budget.bytes).toBeLessThan(whole.length + mebibyte);
  expect((await client.end("r")).verdict).toBe("ok");
  expect(client.answers("r").slice(1)).toEqual(lines(whole).slice(1));
  for (const answer of unread.slice(1)) answer.destroy();
  const [first] = unread as [IncomingMessage];
  expect(lines(await readText(first)).slice(1)).toEqual(lines(whole).slice(1));
  client.close();
});

test("what a topic holds is refused, too, where it would be left unread past the limit", async () => {
  const { log } = server.playground;
  const { read } = log;
  const record = (offset: number) => ({
    position: { topic: "course.carts", partition: 0, offset },
    timestamp: 0,
    key: "k",
    headers: {},
    value: "x".repeat(100_000),
  });
  log.read = async () => ({ records: Array.from({ length: 35 }, (_, n) => record(n)) }) as never;
  const get = async (from: string) => {
    const headers = { "x-forwarded-for": from };
    return fetch(`${address}/api/logs/course.carts`, { headers });
  };
  try {
    const refused = await get(one);
    expect([refused.status, (await refused.json()).code]).toEqual([503, "answers-unread"]);
    log.read = async () => ({ records: Array.from({ length: 20 }, (_, n) => record(n)) }) as never;
    expect(lines(await (await get(one)).text())).toHaveLength(20);
  } finally {
    log.read = read;
  }
});
