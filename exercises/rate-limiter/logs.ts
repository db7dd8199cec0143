import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Case } from "../../engine/grading/checks.ts";

const keys = ["tiles-17", "tiles-42"];

/** Up to 16 records of two keys; requests often come exactly 60 seconds after another. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const record = fc.record({
    key: fc.oneof(
      { weight: 3, arbitrary: fc.constant(keys[0]) },
      { weight: 1, arbitrary: fc.constant(keys[1]) },
    ),
    gap: fc.constantFrom(0, 1, 5_000, 10_000, 15_000, 19_999, 20_000, 20_001, 30_000, 45_000, 60_000),
    isRequest: fc.oneof(
      { weight: 12, arbitrary: fc.constant(true) },
      { weight: 1, arbitrary: fc.constant(false) },
    ),
    start: fc.constantFrom(0, 0, 17_500),
  });
  return fc.array(record, { minLength: 1, maxLength: 16, size: "max" }).map((drawn) => {
    let now = Date.UTC(2026, 3, 9, 9, 0) + (drawn[0]?.start ?? 0);
    const records = drawn.map(({ key = "", gap, isRequest }, place) => {
      now += place === 0 ? 0 : gap;
      const metadata = { id: `q${place}`, occurredAt: new Date(now).toISOString() };
      const event: NewEvent = isRequest
        ? { type: "RequestReceived", data: { path: `/tiles/9/${260 + place}/174` }, metadata }
        : { type: "KeyRotated", data: { by: "Ines Carvalho" }, metadata };
      return { key, event };
    });
    return { records };
  });
}
