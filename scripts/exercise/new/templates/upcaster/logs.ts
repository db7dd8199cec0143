import type { GeneratedLogs } from "../../../../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../../../../engine/grading/could-have-happened.ts";

/** Logs of both ages that nobody has seen. */
export const generated = {
  cases: (fc) => {
    const count = fc.constantFrom(1, 1, 2, 3);
    // Prices whose hundredfold is no whole number in binary are among them.
    const euros = fc.constantFrom(12, 8.7, 4.35, 16.4, 0.29, 9);
    const cents = fc.constantFrom(1200, 870, 435);
    const happening = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant("TicketsSold"),
          version: fc.constant(1),
          data: fc.record({ count, euros }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          type: fc.constant("TicketsSold"),
          version: fc.constant(2),
          data: fc.record({ count, cents }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant("TicketsReturned"),
          version: fc.constant(1),
          data: fc.record({ count }),
        }),
      },
    );
    return fc.array(happening, { minLength: 1, maxLength: 10, size: "max" }).map((happenings) => ({
      records: happenings.map(({ type, version, data }, at) => ({
        key: "sunday",
        event: {
          type,
          data,
          metadata: { id: `g${at}`, version, occurredAt: `2026-05-10T17:${10 + at}:00Z` },
        },
      })),
    }));
  },
  // No record needs another: whatever is left could have happened in its order.
  possible: isInOrderOfTime,
} satisfies GeneratedLogs;
