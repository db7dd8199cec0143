import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

const form = { key: "shop.carts", firstId: "w0", start: "2026-03-03T21:00:30Z" };

export const generated = {
  /** What a monitor saw: up to 12 records of few keys in four partitions. A key usually stays where it was. */
  cases: (fc) => {
    const look = fc.record({
      kind: weighted(fc, [8, "seen"], [1, "grown", "paused"]),
      key: weighted(fc, [5, "cart-1", "cart-2", "cart-6"], [2, null]),
      partition: fc.nat({ max: 3 }),
      stays: weighted(fc, [3, true], [1, false]),
    });
    return fc.array(look, { minLength: 1, maxLength: 12, size: "max" }).map((looks) => {
      const { records, write } = newLog(form);
      const ends = [0, 0, 0, 0];
      const home = new Map<string, number>();
      for (const { kind, key, partition: drawn, stays } of looks) {
        if (kind === "grown") write("TopicGrown", { partitions: 4 });
        // An event that the learner's code does not know; what it names was not seen anywhere.
        else if (kind === "paused") write("ReadingPaused", { key, partition: drawn });
        else {
          const partition = key !== null && stays ? (home.get(key) ?? drawn) : drawn;
          if (key !== null) home.set(key, home.get(key) ?? partition);
          const offset = ends[partition] ?? 0;
          ends[partition] = offset + 1;
          write("RecordSeen", { key, partition, offset });
        }
      }
      return { records };
    });
  },
  // A monitor may have begun to read later, or have missed a record: only the same place is never seen twice.
  possible(log) {
    const places = log.records.flatMap(({ event }) => {
      const { partition, offset } = partsOf(event.data);
      return event.type === "RecordSeen" ? [`${partition}@${offset}`] : [];
    });
    return hasEachRecordOnce(log) && new Set(places).size === places.length;
  },
} satisfies GeneratedLogs;
