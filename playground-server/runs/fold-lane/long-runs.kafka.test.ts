import { existsSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge.ts";
import { applyPatch } from "../../../engine/fold/patch.ts";
import { openKafkaJs } from "../../log/client.ts";
import { apart, lines, silent, type TestServer, testServer, until } from "../../testing/playground.ts";

const topic = "course.ledger";
const partitions = 3;
const perPartition = 4_000;
const settings = apart(inject("kafka"));
let server: TestServer;

/** Some values are no events, and some texts are not of one byte a character. */
function textOf(partition: number, n: number): string | null {
  if (n % 701 === 5) return null;
  if (n % 613 === 7) return "no event";
  const data = { amount: ((n * 31 + partition) % 97) + 1, note: n % 50 === 0 ? "größer 🎲" : "-" };
  return JSON.stringify({ type: n % 3 === 0 ? "Withdrawn" : "Deposited", data });
}

const records: RawRecord[][] = Array.from({ length: partitions }, (_, partition) =>
  Array.from({ length: perPartition }, (_, offset) => ({
    position: { topic, partition, offset },
    timestamp: 1_000_000 + Math.floor(offset / 3) * 5 + partition,
    // One key lies in all partitions.
    key: offset % 1_000 === 999 ? "everywhere" : `konto-${partition}-${offset % 40}`,
    headers: {},
    value: textOf(partition, offset),
  })),
);
/** The same without the key that lies in all partitions. */
const tidy = "course.tidy";
/** Nothing in its first partition. */
const lopsided = "course.lopsided";

beforeAll(async () => {
  server = await testServer(settings);
  const kafka = openKafkaJs(settings, silent);
  const admin = kafka.admin();
  const producer = kafka.producer();
  await Promise.all([admin.connect(), producer.connect()]);
  for (const name of [topic, tidy, lopsided]) {
    const wire = settings.topicPrefix + name;
    await admin.createTopics({ topics: [{ topic: wire, numPartitions: partitions, replicationFactor: -1 }] });
    for (const part of name === lopsided ? records.slice(1) : records) {
      const messages = part
        .filter(({ key }) => name !== tidy || key !== "everywhere")
        .map(({ key, value, timestamp, position }) => ({
          ...{ key, value, timestamp: String(timestamp), partition: position.partition },
        }));
      await producer.send({ topic: wire, messages });
    }
  }
  await Promise.all([admin.disconnect(), producer.disconnect()]);
});
afterAll(async () => {
  const { foldsDir } = server;
  await server.close();
  expect(existsSync(foldsDir) ? readdirSync(foldsDir) : []).toEqual([]);
});

/** Depends on the order: a fold in another one ends elsewhere. `extra` runs at the start of each `evolve`. */
const ledger = (extra = "") => `let calls = 0;
export function initialState() { return { balance: 0, chain: 7, notes: "" }; }
export function evolve(state, event) { const at = event.metadata.position; ${extra}
  const sign = event.type === "Withdrawn" ? -1 : 1;
  return {
    balance: state.balance + sign * event.data.amount,
    chain: (state.chain * 31 + at.offset * 7 + at.partition + event.metadata.timestamp % 13) % 1000003,
    notes: event.data.note === "-" ? state.notes : event.data.note + event.metadata.id,
  };
}`;

interface Ledger {
  balance: number;
  chain: number;
  notes: string;
}

function evolve(state: Ledger, raw: RawRecord): Ledger {
  const read = readRecord(raw);
  if (!("event" in read)) return state;
  const { data, type, metadata } = read.event;
  const { amount, note } = data as { amount: number; note: string };
  const at = metadata.position;
  return {
    balance: state.balance + (type === "Withdrawn" ? -amount : amount),
    chain: (state.chain * 31 + at.offset * 7 + at.partition + (metadata.timestamp % 13)) % 1000003,
    notes: note === "-" ? state.notes : note + metadata.id,
  };
}

const initial: Ledger = { balance: 0, chain: 7, notes: "" };
const events = records.flat().filter((raw) => "event" in readRecord(raw)).length;
const skipped = partitions * perPartition - events;

const session = "a".repeat(32);
async function ask(method: "GET" | "POST", url: string, payload?: object, as = session) {
  const answer = await server.app.inject({
    method,
    url,
    headers: { "x-session": as },
    ...(payload && { payload }),
  });
  return lines(answer.body);
}
const run = (source: string, log: object, as?: string) => ask("POST", "/api/runs", { source, log }, as);

test("a long log is folded in merge order, and every offset shows the state that a whole fold has there", async () => {
  const messages = await run(ledger(), { topic });
  const merged = mergeOrder(records);
  expect(messages.at(-1)).toMatchObject({
    ...{ kind: "end", verdict: "ok", message: "", at: null },
    ...{ steps: events, skipped, state: merged.reduce(evolve, initial) },
  });
  expect(messages.filter(({ kind }) => kind === "start")).toHaveLength(1);
  const { runId } = messages[0];
  const states = new Map<string, Ledger>();
  let state = initial;
  for (const raw of merged) {
    state = evolve(state, raw);
    states.set(`${raw.position.partition}@${raw.position.offset}`, state);
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(partitions - 1), fc.nat(perPartition - 1), async (partition, offset) => {
      const window = await ask("GET", `/api/runs/${runId}/window?partition=${partition}&offset=${offset}`);
      expect(window.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
      let shown = window[0].state;
      for (const { kind, patch, position } of window) {
        if (kind !== "step") continue;
        shown = applyPatch(shown, patch);
        expect(shown).toEqual(states.get(`${position.partition}@${position.offset}`));
      }
    }),
    { numRuns: 15 },
  );
});

test.each([
  [tidy, "in a lane for each partition"],
  [topic, "in merge order where a key lies in several partitions"],
])("%s by key is folded %s", async (name) => {
  const mine = mergeOrder(records).filter(({ key }) => name !== tidy || key !== "everywhere");
  const messages = await run(ledger(), { topic: name, scope: "by-key" });
  const end = messages.at(-1);
  expect(end).toMatchObject({ kind: "end", verdict: "ok" });
  const placed = name === topic ? mine : mergeOrder(renumbered());
  const expected = new Map<string, Ledger>();
  for (const raw of placed) {
    const key = raw.key ?? "";
    if ("event" in readRecord(raw)) expected.set(key, evolve(expected.get(key) ?? initial, raw));
  }
  expect(end.state).toEqual(Object.fromEntries(expected));
  const { runId } = messages[0];
  const offset = 3_333;
  const window = await ask("GET", `/api/runs/${runId}/window?partition=1&offset=${offset}`);
  const step = window.find(({ position }) => position?.offset === offset);
  expect(step.key).toBe(
    placed.find(({ position }) => position.partition === 1 && position.offset === offset)?.key,
  );
  expect(window.filter(({ kind }) => kind === "step").every(({ key }) => key === step.key)).toBe(true);
  expect(window.at(-1).verdict).toBe("ok");
});

/** The tidy topic's records with the offsets they have there. */
function renumbered(): RawRecord[][] {
  return records.map((part) =>
    part
      .filter(({ key }) => key !== "everywhere")
      .map((raw, offset) => ({ ...raw, position: { ...raw.position, topic: tidy, offset } })),
  );
}

const deep = "at.partition === 2 && at.offset === 3500";
test.each([
  ["threw", `if (${deep}) throw new Error("insufficient funds");`, "insufficient funds"],
  ["state-invalid", `if (${deep}) return { balance: 0 / 0, chain: 1, notes: "" };`, "balance"],
  ["state-invalid", `if (${deep}) return;`, "undefined"],
  ["time-limit", `if (${deep}) for (;;);`, "too long"],
  ["time-limit", `if (${deep}) new Array(1e9).join();`, "1.5 s"],
])("deep in the log %s is told with its record: %s", async (verdict, extra, says) => {
  for (const scope of ["all", "by-key"]) {
    const messages = await run(ledger(extra), { topic: tidy, scope });
    const ends = messages.filter(({ kind }) => kind === "end");
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({
      verdict,
      at: { position: { topic: tidy, partition: 2, offset: 3_500 } },
    });
    expect(ends[0].message).toContain(says);
  }
});

test("a state that is changed in place deep in the log is told where its window is looked at", async () => {
  const messages = await run(ledger(`if (${deep}) state.balance = 1;`), { topic: tidy });
  const { runId } = messages[0];
  const window = await ask("GET", `/api/runs/${runId}/window?partition=2&offset=3500`);
  expect(window.at(-1)).toMatchObject({
    verdict: "threw",
    at: { position: { offset: 3_500 }, mutated: "balance" },
  });
});

test("a mistake in the first records gives the whole trace up to it", async () => {
  const messages = await run(ledger("if (at.offset === 17) throw new Error('no');"), { topic });
  expect(messages.filter(({ kind }) => kind === "step").length).toBeGreaterThan(17);
  expect(messages.at(-1)).toMatchObject({
    verdict: "threw",
    at: { position: { offset: 17 }, source: { line: 3 } },
  });
});

test("what is remembered outside the state is found out, and marked", async () => {
  const remembering = ledger("if (++calls > 5000) return { ...state, chain: calls };");
  const messages = await run(remembering, { topic });
  expect(messages.at(-1)).toMatchObject({ verdict: "nondeterministic" });
  expect(messages.at(-1).message).toContain("outside the state");
  expect(messages.at(-1).at.position.offset).toBeGreaterThan(3_000);
});

test("a breakpoint and watches of a long fold are told between its start and its end", async () => {
  const breakpoint = "state.balance > 2000";
  const log = { topic };
  const messages = await ask("POST", "/api/runs", {
    source: ledger(),
    log,
    breakpoint,
    watches: ["state.balance"],
  });
  expect([messages[0].kind, messages.at(-1)?.kind]).toEqual(["start", "end"]);
  const expected: { index: number; position: object }[] = [];
  let state = initial;
  let index = 0;
  for (const raw of mergeOrder(records)) {
    if (!("event" in readRecord(raw))) continue;
    const next = evolve(state, raw);
    if (next.balance > 2_000 && state.balance <= 2_000) expected.push({ index, position: raw.position });
    state = next;
    index++;
  }
  expect(expected.length).toBeGreaterThan(0);
  const breaks = messages.filter(({ kind }) => kind === "break");
  expect(breaks.map(({ index, position }) => ({ index, position }))).toEqual(expected.slice(0, 1_000));
  const samples = messages.filter(({ kind }) => kind === "sample");
  expect(samples.length).toBeGreaterThan(10);
  for (const { watched } of samples) expect(watched).toEqual([{ value: expect.any(Number) }]);
});

test("partitions without records do not keep a long log from its end", async () => {
  const messages = await run(ledger(), { topic: lopsided });
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});

test("a window has lines for each of its steps, and belongs to the session that folded", async () => {
  const [{ runId }] = await run(ledger(), { topic });
  const path = `/api/runs/${runId}/window?partition=1&offset=3000`;
  const steps = (await ask("GET", path)).filter(({ kind }) => kind === "step");
  const told = await ask("GET", path.replace("?", "/lines?"));
  expect(told.at(-1)).toEqual({ kind: "end", missing: null, message: "" });
  expect(told.map(({ index }) => index)).toEqual([-1, ...steps.map(({ index }) => index), undefined]);
  expect(told[1].lines.length).toBeGreaterThan(2);
  expect(await ask("GET", path.replace("?", "/lines?"), undefined, "b".repeat(32))).toMatchObject([
    { code: "run-unknown" },
  ]);
  const whole = await ask("POST", "/api/lines", { source: ledger(), log: { topic } });
  expect(whole).toMatchObject([{ code: "slice-too-long" }]);
});

test("windows belong to the session that folded", async () => {
  const [{ runId }] = await run(ledger(), { topic });
  const path = `/api/runs/${runId}/window?partition=0&offset=10`;
  expect(await ask("GET", path, undefined, "b".repeat(32))).toMatchObject([{ code: "run-unknown" }]);
  expect(await ask("GET", path.replace("offset=10", "offset=4000"))).toMatchObject([
    { code: "slice-invalid" },
  ]);
  expect((await ask("GET", path)).at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});

test("a second long fold waits its turn with a sentence, a given up one ends its processes, and the next one passes", async () => {
  const slow = ledger("for (let i = 0; i < 3000; i++) state.balance;");
  const { runner } = server.playground;
  const spares = runner.pool.pids.length;
  const giveUp = new AbortController();
  const heard: { kind: string; verdict?: string }[] = [];
  const caller = { learner: "c".repeat(12), returned: true, address: "x", page: "p" };
  const first = server.playground.run(
    { source: slow, log: { topic: tidy, scope: "by-key" } },
    caller,
    (message) => heard.push(message),
    giveUp.signal,
  );
  await until(() => runner.pids.length > spares, "the lanes");
  await until(() => heard.some(({ kind }) => kind === "progress"), "progress");
  expect(await run(ledger(), { topic })).toMatchObject([{ code: "busy" }]);
  giveUp.abort();
  await first;
  expect(heard.filter(({ kind }) => kind === "end")).toMatchObject([{ verdict: "cancelled" }]);
  await until(() => runner.pids.length === spares, "no lane");
  expect((await run(ledger(), { topic })).at(-1)).toMatchObject({ verdict: "ok" });
});
