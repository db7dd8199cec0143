import type { GeneratedLogs } from "../../../../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../../../../engine/grading/could-have-happened.ts";

/** Logs that nobody has seen, over some days. */
export const generated = {
  cases: (fc) => {
    const happening = fc.record({
      type: fc.constantFrom("TicketsSold", "TicketsSold", "TicketsReturned", "HallCleaned"),
      data: fc.record({ count: fc.constantFrom(1, 1, 2, 3) }),
      // How many hours after the record before.
      later: fc.constantFrom(0, 1, 20),
    });
    return fc.array(happening, { minLength: 1, maxLength: 10, size: "max" }).map((happenings) => {
      let hours = 0;
      const records = happenings.map(({ type, data, later }, at) => {
        hours += later;
        const occurredAt = new Date(Date.UTC(2026, 4, 16, hours, at)).toISOString();
        return { key: "lux", event: { type, data, metadata: { id: `g${at}`, occurredAt } } };
      });
      return { records };
    });
  },
  // What comes back may have been sold before this log begins: whatever is left could have happened in its order.
  possible: isInOrderOfTime,
} satisfies GeneratedLogs;
