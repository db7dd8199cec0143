import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { RawRecord } from "../../../engine/fold/event.ts";
import { collectTrace } from "../../../engine/fold/states-of-trace.ts";
import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { firstLog, firstSource } from "./first-log.ts";
import { type OpenLog, openRecords, sliceOf } from "./playground-log.ts";
import { starterFor } from "./starter-code.ts";

const engine = await loadNodeEngine();
async function fold({ records, ...log }: OpenLog, source: string, kind: "reducer" | "projector") {
  const messages: TraceMessage[] = [];
  const slice = sliceOf({ records, ...log });
  const request = { runId: "test", source, entry: { kind }, scope: "all" as const, seed: 0, records, slice };
  await engine.run(request, (message) => messages.push(message));
  return collectTrace(messages).end;
}

const type = fc.oneof(
  fc.constantFrom("ItemAdded", 'Said "x"', "__proto__", "a\nb", "\u2028", "*/", "`", "constructor"),
  fc.string({ minLength: 1 }),
);
const records = fc
  .array(fc.record({ type, data: fc.jsonValue() }), { minLength: 1, maxLength: 5 })
  .map((events) =>
    events.map(
      (event, offset): RawRecord => ({
        position: { topic: "log", partition: 0, offset },
        timestamp: 0,
        key: null,
        headers: {},
        value: JSON.stringify(event),
      }),
    ),
  );

test.each(["reducer", "projector"] as const)(
  "the %s to begin with runs over the log that it was written for, whatever its types are called",
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        const log = openRecords("log", given, { kind: "given" });
        const end = await fold(log, starterFor(log.found.types, { kind }), kind);
        expect([end.verdict, end.message, end.steps]).toEqual(["ok", "", given.length]);
      }),
      { numRuns: 25 },
    );
  },
);

test("it counts each type and says what a case can ask of the event", async () => {
  const log = firstLog();
  const source = starterFor(log.found.types, { kind: "reducer" });
  expect(source).toContain('case "ItemAdded":\n      // event.data: { sku: string; qty: number }');
  const { state } = await fold(log, source, "reducer");
  expect(state).toEqual({ seen: { CartOpened: 1, ItemAdded: 2, ItemRemoved: 2, CheckedOut: 1 } });
});

test("the first log comes with code that folds it to what is left in the cart", async () => {
  const { verdict, state } = await fold(firstLog(), firstSource, "reducer");
  expect([verdict, state]).toEqual(["ok", { lines: { pants: 1 }, open: false }]);
});
