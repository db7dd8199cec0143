import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

export const generated = {
  /** Up to 14 events of one partition: nobody reads beyond its end, and no deletion goes back. */
  cases: (fc) => {
    const act = fc.record({
      kind: weighted(fc, [6, "append"], [6, "commit"], [3, "delete"], [1, "change", "create"]),
      group: fc.constantFrom("report", "forecast", "billing"),
      size: fc.integer({ min: 1, max: 9 }),
      share: fc.integer({ min: 0, max: 10 }),
    });
    return fc.array(act, { minLength: 1, maxLength: 14, size: "max" }).map((acts) => {
      const { records, write } = newLog({ key: "stock-0", firstId: "p0", start: "2026-03-01T08:00:00Z" });
      let start = 0;
      let end = 0;
      for (const { kind, group, size, share } of acts) {
        const place = Math.round((end * share) / 10);
        if (kind === "create") write("TopicCreated", { topic: "stock", settings: {} });
        else if (kind === "change") write("SettingChanged", { name: "retention.ms", value: "-1" });
        else if (kind === "commit" && end > 0) write("OffsetCommitted", { group, offset: place });
        else if (kind === "delete" && place > start) {
          start = place;
          write("RecordsDeleted", { before: start, because: "retention.ms" });
        } else {
          end += size;
          write("RecordsAppended", { count: size });
        }
      }
      return { records };
    });
  },
  possible({ records }) {
    let start = 0;
    let end = 0;
    return records.every(({ event }) => {
      const { count, offset, before } = partsOf(event.data);
      if (event.type === "RecordsAppended") end += Number(count);
      if (event.type === "OffsetCommitted") return Number(offset) <= end;
      if (event.type !== "RecordsDeleted") return true;
      const forward = Number(before) > start && Number(before) <= end;
      start = Number(before);
      return forward;
    });
  },
} satisfies GeneratedLogs;
