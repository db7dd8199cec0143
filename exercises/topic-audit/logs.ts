import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog } from "../../engine/grading/generated-records.ts";

export const generated = {
  /** Up to eight topics with any mix of settings, absent ones too, and now and then another event. */
  cases: (fc) => {
    const policy = fc.constantFrom("delete", "compact", "compact,delete", "delete,compact");
    const limit = fc.constantFrom("-1", "604800000", "86400000");
    const topic = fc.record({
      role: fc.constantFrom("events", "state"),
      replicas: fc.integer({ min: 1, max: 4 }),
      other: fc.integer({ min: 0, max: 9 }),
      settings: fc.record(
        {
          "cleanup.policy": policy,
          "retention.ms": limit,
          "retention.bytes": fc.constantFrom("-1", "1073741824"),
          "min.insync.replicas": fc.constantFrom("1", "2", "3", "4"),
        },
        { requiredKeys: [] },
      ),
    });
    return fc.array(topic, { minLength: 1, maxLength: 8 }).map((topics) => {
      const { records, write } = newLog({ key: "topics", firstId: "t0", start: "2026-03-16T09:00:00Z" });
      for (const [place, { other, ...described }] of topics.entries())
        if (other === 0) write("TopicDeleted", { topic: `topic-${place}` });
        else write("TopicDescribed", { topic: `topic-${place}`, ...described });
      return { records };
    });
  },
  possible: hasEachRecordOnce,
} satisfies GeneratedLogs;
