import { afterAll, beforeAll, expect, test } from "vitest";
import { readRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import {
  evolve,
  initial,
  type LedgerServer,
  ledger,
  openLedgerServer,
  records,
  topic,
} from "./testing/ledger-server.ts";

let ledgers: LedgerServer;
beforeAll(async () => {
  ledgers = await openLedgerServer();
});
afterAll(() => ledgers.close());

test("a breakpoint and watches of a long fold are told between its start and its end", async () => {
  const breakpoint = "state.balance > 2000";
  const log = { topic };
  const messages = await ledgers.ask("POST", "/api/runs", {
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
