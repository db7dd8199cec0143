import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecord } from "../../../engine/fold/event.ts";
import { applyPatch } from "../../../engine/fold/json-patch.ts";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import { waitForCondition } from "../../testing/test-playground.ts";
import {
  evolve,
  initial,
  type Ledger,
  type LedgerServer,
  ledger,
  openLedgerServer,
  partitions,
  perPartition,
  records,
  recordsOfOwnKeys,
  topic,
  topicOfOwnKeys,
  topicWithEmptyPartition,
} from "./testing/ledger-server.ts";

let ledgers: LedgerServer;
beforeAll(async () => {
  ledgers = await openLedgerServer([topic, topicOfOwnKeys, topicWithEmptyPartition]);
});
afterAll(() => ledgers.close());

const events = records.flat().filter((raw) => "event" in readRecord(raw)).length;
const skipped = partitions * perPartition - events;

test("a long log is folded in merge order, and every offset shows the state that a whole fold has there", async () => {
  const messages = await ledgers.run(ledger(), { topic });
  const merged = mergeOrder(records);
  expect(messages.at(-1)).toMatchObject({
    kind: "end",
    verdict: "ok",
    message: "",
    at: null,
    steps: events,
    skipped,
    state: merged.reduce(evolve, initial),
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
      const window = await ledgers.ask(
        "GET",
        `/api/runs/${runId}/window?partition=${partition}&offset=${offset}`,
      );
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
  [topicOfOwnKeys, "in a lane for each partition"],
  [topic, "in merge order where a key lies in several partitions"],
])("%s by key is folded %s", async (name) => {
  const messages = await ledgers.run(ledger(), { topic: name, scope: "by-key" });
  const end = messages.at(-1);
  expect(end).toMatchObject({ kind: "end", verdict: "ok" });
  const placed = mergeOrder(name === topic ? records : recordsOfOwnKeys);
  const expected = new Map<string, Ledger>();
  for (const raw of placed) {
    const key = raw.key ?? "";
    if ("event" in readRecord(raw)) expected.set(key, evolve(expected.get(key) ?? initial, raw));
  }
  expect(end.state).toEqual(Object.fromEntries(expected));
  const { runId } = messages[0];
  const offset = 3_333;
  const window = await ledgers.ask("GET", `/api/runs/${runId}/window?partition=1&offset=${offset}`);
  const step = window.find(({ position }) => position?.offset === offset);
  expect(step.key).toBe(
    placed.find(({ position }) => position.partition === 1 && position.offset === offset)?.key,
  );
  expect(window.filter(({ kind }) => kind === "step").every(({ key }) => key === step.key)).toBe(true);
  expect(window.at(-1).verdict).toBe("ok");
});

test("partitions without records do not keep a long log from its end", async () => {
  const messages = await ledgers.run(ledger(), { topic: topicWithEmptyPartition });
  expect(messages.at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});

test("a second long fold waits its turn with a sentence, a given up one ends its processes, and the next one passes", async () => {
  const slow = ledger("for (let i = 0; i < 3000; i++) state.balance;");
  const { runner } = ledgers.server.playground;
  const spares = runner.pool.pids.length;
  const giveUp = new AbortController();
  const received: { kind: string; verdict?: string }[] = [];
  const caller = { learner: "c".repeat(12), returned: true, address: "x", page: "p" };
  const first = ledgers.server.playground.run(
    { source: slow, log: { topic: topicOfOwnKeys, scope: "by-key" } },
    caller,
    (message) => received.push(message),
    giveUp.signal,
  );
  await waitForCondition(() => runner.pids.length > spares, "the lanes");
  await waitForCondition(() => received.some(({ kind }) => kind === "progress"), "progress");
  const second = await ledgers.ask("POST", "/api/runs", { source: ledger(), log: { topic } });
  expect(second).toMatchObject([{ code: "busy" }]);
  giveUp.abort();
  await first;
  expect(received.filter(({ kind }) => kind === "end")).toMatchObject([{ verdict: "cancelled" }]);
  await waitForCondition(() => runner.pids.length === spares, "no lane");
  expect((await ledgers.run(ledger(), { topic })).at(-1)).toMatchObject({ verdict: "ok" });
});
