import { afterAll, beforeAll, expect, test } from "vitest";
import { type LedgerServer, ledger, openLedgerServer, topic } from "./testing/ledger-server.ts";

let ledgers: LedgerServer;
beforeAll(async () => {
  ledgers = await openLedgerServer();
});
afterAll(() => ledgers.close());

test("a window has lines for each of its steps, and belongs to the session that folded", async () => {
  const [{ runId }] = await ledgers.run(ledger(), { topic });
  const path = `/api/runs/${runId}/window?partition=1&offset=3000`;
  const steps = (await ledgers.ask("GET", path)).filter(({ kind }) => kind === "step");
  const told = await ledgers.ask("GET", path.replace("?", "/lines?"));
  expect(told.at(-1)).toEqual({ kind: "end", missing: null, message: "" });
  expect(told.map(({ index }) => index)).toEqual([-1, ...steps.map(({ index }) => index), undefined]);
  expect(told[1].lines.length).toBeGreaterThan(2);
  expect(await ledgers.ask("GET", path.replace("?", "/lines?"), undefined, "b".repeat(32))).toMatchObject([
    { code: "run-unknown" },
  ]);
  const whole = await ledgers.ask("POST", "/api/lines", { source: ledger(), log: { topic } });
  expect(whole).toMatchObject([{ code: "slice-too-long" }]);
});

test("windows belong to the session that folded", async () => {
  const [{ runId }] = await ledgers.run(ledger(), { topic });
  const path = `/api/runs/${runId}/window?partition=0&offset=10`;
  expect(await ledgers.ask("GET", path, undefined, "b".repeat(32))).toMatchObject([{ code: "run-unknown" }]);
  expect(await ledgers.ask("GET", path.replace("offset=10", "offset=4000"))).toMatchObject([
    { code: "slice-invalid" },
  ]);
  expect((await ledgers.ask("GET", path)).at(-1)).toMatchObject({ kind: "end", verdict: "ok" });
});
