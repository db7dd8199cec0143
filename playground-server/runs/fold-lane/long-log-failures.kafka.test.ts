import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type LedgerServer,
  ledger,
  openLedgerServer,
  topic,
  topicOfOwnKeys,
} from "./testing/ledger-server.ts";

let ledgers: LedgerServer;
beforeAll(async () => {
  ledgers = await openLedgerServer([topic, topicOfOwnKeys]);
});
afterAll(() => ledgers.close());

const deep = "at.partition === 2 && at.offset === 3500";
test.each([
  ["threw", `if (${deep}) throw new Error("insufficient funds");`, "insufficient funds"],
  ["state-invalid", `if (${deep}) return { balance: 0 / 0, chain: 1, notes: "" };`, "balance"],
  ["state-invalid", `if (${deep}) return;`, "undefined"],
  ["time-limit", `if (${deep}) for (;;);`, "ran past the step limit for one record"],
  ["time-limit", `if (${deep}) new Array(1e9).join();`, "1.5 s"],
])("deep in the log %s is told with its record: %s", async (verdict, extra, says) => {
  for (const scope of ["all", "by-key"]) {
    const messages = await ledgers.run(ledger(extra), { topic: topicOfOwnKeys, scope });
    const ends = messages.filter(({ kind }) => kind === "end");
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({
      verdict,
      at: { position: { topic: topicOfOwnKeys, partition: 2, offset: 3_500 } },
    });
    expect(ends[0].message).toContain(says);
  }
});

test("a state that is changed in place deep in the log is told where its window is looked at", async () => {
  const messages = await ledgers.run(ledger(`if (${deep}) state.balance = 1;`), { topic: topicOfOwnKeys });
  const { runId } = messages[0];
  const window = await ledgers.ask("GET", `/api/runs/${runId}/window?partition=2&offset=3500`);
  expect(window.at(-1)).toMatchObject({
    verdict: "threw",
    at: { position: { offset: 3_500 }, mutated: "balance" },
  });
});

test("a mistake in the first records gives the whole trace up to it", async () => {
  const messages = await ledgers.run(ledger("if (at.offset === 17) throw new Error('no');"), { topic });
  expect(messages.filter(({ kind }) => kind === "step").length).toBeGreaterThan(17);
  expect(messages.at(-1)).toMatchObject({
    verdict: "threw",
    at: { position: { offset: 17 }, source: { line: 3 } },
  });
});

test("what is remembered outside the state is found out, and marked", async () => {
  const remembering = ledger("if (++calls > 5000) return { ...state, chain: calls };");
  const messages = await ledgers.run(remembering, { topic });
  expect(messages.at(-1)).toMatchObject({ verdict: "nondeterministic" });
  expect(messages.at(-1).message).toContain("outside the state");
  expect(messages.at(-1).at.position.offset).toBeGreaterThan(3_000);
});
