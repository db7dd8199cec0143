import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type RawRecord, readRecord } from "../../../engine/fold/event.ts";
import type { Step, Trace } from "../../../engine/fold/trace.ts";
import { readCatalog } from "../../../exercises/catalog.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { deduplicatePayload, restorePayload } from "./deduplicated-payload.ts";
import { starterTrace } from "./starter-trace.ts";

const payloadOf = (records: RawRecord[], trace: unknown) =>
  ({ records, trace: trace as Trace }) as ExercisePayload;

const record = fc.record({
  position: fc.record({
    topic: fc.constantFrom("a", "b"),
    partition: fc.constantFrom(0, 1),
    offset: fc.nat(9),
  }),
  timestamp: fc.nat(),
  key: fc.option(fc.string()),
  headers: fc.constant({}),
  value: fc.option(
    fc.oneof(
      fc.string(),
      fc
        .record({ type: fc.constantFrom("ItemAdded", "", "__proto__"), data: fc.jsonValue() })
        .map((event) => JSON.stringify(event)),
    ),
  ),
});

/** Steps over some of the records, steps over events that no record holds, and steps of commands. */
function stepsOver(records: RawRecord[]): fc.Arbitrary<Step[]> {
  const given = fc.constantFrom(...records).map((raw) => {
    const read = readRecord(raw);
    return { position: raw.position, key: raw.key, event: "event" in read ? read.event : null };
  });
  const other = fc.constantFrom(
    { position: null, key: null, event: null, command: { type: "AddItem", data: {} }, result: [] },
    { position: { topic: "decided", partition: 0, offset: 0 }, key: null, event: null },
  );
  return fc
    .array(fc.oneof(given, other))
    .map((steps) =>
      steps.map((step, index) => ({ kind: "step", index, patch: [], console: [], ...step }) as Step),
    );
}

test("what was made lean is whole again, also after it was written into a page", () => {
  const payloads = fc
    .array(record, { minLength: 1 })
    .chain((records) => stepsOver(records).map((steps) => payloadOf(records, { steps })));
  fc.assert(
    fc.property(payloads, (payload) => {
      const written = JSON.parse(JSON.stringify(deduplicatePayload(payload)));
      expect(restorePayload(written)).toEqual(JSON.parse(JSON.stringify(payload)));
    }),
    { seed: 1 },
  );
});

test("no event of a lesson's log is written twice into its page", async () => {
  const { exercises } = await readCatalog();
  expect(exercises.length).toBeGreaterThan(0);
  for (const exercise of exercises) {
    const payload = payloadOf(exercise.records, await starterTrace(exercise));
    const logs = new Set(exercise.records.map(({ position }) => JSON.stringify(position)));
    const twice = deduplicatePayload(payload).trace.steps.filter(
      (step) => "position" in step && logs.has(JSON.stringify(step.position)),
    );
    expect([exercise.id, twice]).toEqual([exercise.id, []]);
  }
});
