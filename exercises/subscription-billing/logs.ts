import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";

export const generated = {
  /** Up to 14 records of one reader, in any mixture of versions: old apps went on writing old ones. */
  cases: (fc) => {
    const plan = {
      planId: fc.constantFrom("student", "reader", "family"),
      interval: fc.constantFrom("month", "year"),
    };
    const euros = fc.constantFrom(4.35, 9.9, 99, 19.9, 8.7, 15);
    const cents = fc.constantFrom(435, 990, 9_900, 1_990, 1_190, 1_500);
    const currency = fc.constantFrom("EUR", "CHF");
    const data = (type: string, fields: { [name: string]: Arbitrary<unknown> }, version?: number) =>
      fc
        .record(fields)
        .map((data) => ({ type, data: data as NewEvent["data"], ...(version && { version }) }));
    const event = fc.oneof(
      { weight: 3, arbitrary: data("PlanChosen", { price: euros }) },
      { weight: 1, arbitrary: data("PlanChosen", { price: euros }, 1) },
      { weight: 4, arbitrary: data("PlanChosen", { price: cents, currency }, 2) },
      { weight: 2, arbitrary: data("PlanChosen", { ...plan, price: cents, currency }, 3) },
      { weight: 4, arbitrary: data("PeriodBegan", { from: fc.constantFrom("2024-01-01", "2024-02-01") }) },
      { weight: 2, arbitrary: data("SubscriptionStopped", { why: fc.constantFrom("moved", "too dear") }) },
      {
        weight: 1,
        arbitrary: data("SubscriptionCancelled", { reason: fc.constantFrom("moved", "too dear") }),
      },
      { weight: 1, arbitrary: data("NewsletterOpened", { price: euros }, 2) },
    );
    return fc.array(event, { minLength: 1, maxLength: 14, size: "max" }).map((events) => ({
      records: events.map(({ version, ...written }, place) => {
        const occurredAt = new Date(Date.UTC(2018 + (place >> 1), (place % 2) * 6, 3)).toISOString();
        const metadata = { id: `b-${place}`, occurredAt, ...(version && { version }) };
        return { key: "sub-2042", event: { ...written, metadata } };
      }),
    }));
  },
  // An account may lack any of these records.
  possible: isInOrderOfTime,
} satisfies GeneratedLogs;
