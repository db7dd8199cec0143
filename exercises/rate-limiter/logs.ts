import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

const form = { key: "tiles-17", firstId: "q0", start: "2026-04-09T09:00:00Z" };

export const generated = {
  /** Up to 16 records of two keys; requests often come exactly 60 seconds after another. */
  cases: (fc) => {
    const record = fc.record({
      key: weighted(fc, [3, "tiles-17"], [1, "tiles-42"]),
      gap: fc.constantFrom(0, 1, 5_000, 10_000, 15_000, 19_999, 20_000, 20_001, 30_000, 45_000, 60_000),
      isRequest: weighted(fc, [12, true], [1, false]),
      start: fc.constantFrom(0, 0, 17_500),
    });
    return fc.array(record, { minLength: 1, maxLength: 16, size: "max" }).map((drawn) => {
      const { records, write } = newLog(form);
      let now = Date.parse(form.start) + (drawn[0]?.start ?? 0);
      for (const [place, { gap, isRequest }] of drawn.entries()) {
        now += place === 0 ? 0 : gap;
        if (isRequest) write("RequestReceived", { path: `/tiles/9/${260 + place}/174` }, now);
        else write("KeyRotated", { by: "Ines Carvalho" }, now);
      }
      return { records: records.map((record, place) => ({ ...record, key: drawn[place]?.key ?? "" })) };
    });
  },
  // Any request may be absent; the others came one after the other.
  possible: isInOrderOfTime,
} satisfies GeneratedLogs;
