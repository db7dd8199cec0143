import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";

type Money = { paymentId: string; invoiceId: string; cents: number };

const form = { key: "studio-brandt", firstId: "ev-0", start: "2026-04-15T09:00:00Z" };
const part = 1_000;

export const generated = {
  /** Days of up to 14 records: few amounts and few invoices, so that much looks alike and is not. */
  cases: (fc) => {
    // What may come next; `pick` says which of the earlier records it is about.
    const wish = fc.record({
      kind: weighted(fc, [5, "payment"], [4, "payment again", "event again"], [4, "refund"], [1, "other"]),
      invoiceId: fc.constantFrom("2026-201", "2026-202", "2026-203"),
      cents: fc.constantFrom(3_000, 4_000),
      pick: fc.nat({ max: 13 }),
    });
    return fc.array(wish, { minLength: 1, maxLength: 14, size: "max" }).map((wishes) => {
      const { records, write } = newLog(form);
      const payments: Money[] = [];
      const left = new Map<string, number>();
      // Where a wish cannot come true, a payment comes instead.
      for (const { kind, invoiceId, cents, pick } of wishes) {
        const paid = payments[pick % payments.length];
        const again = records[pick % records.length];
        const remaining = left.get(paid?.paymentId ?? "") ?? 0;
        if (kind === "event again" && again) records.push(again);
        else if (kind === "payment again" && paid) write("PaymentReceived", paid);
        else if (kind === "refund" && paid && remaining >= part) {
          write("RefundPaid", { ...paid, cents: part });
          left.set(paid.paymentId, remaining - part);
        } else if (kind === "other")
          write(pick % 2 === 0 ? "InvoiceSent" : "ReminderPrinted", { invoiceId, cents });
        else {
          const payment = { paymentId: `pay-${records.length}`, invoiceId, cents };
          write("PaymentReceived", payment);
          payments.push(payment);
          left.set(payment.paymentId, cents);
        }
      }
      return { records };
    });
  },
  /** Nobody pays back more of a payment than came in before. */
  possible({ records }) {
    const left = new Map<string, number>();
    const seen = new Set<string>();
    return records.every(({ event }) => {
      const id = event.metadata?.id ?? "";
      if (seen.has(id)) return true;
      seen.add(id);
      const { paymentId, cents } = event.data as Money;
      if (event.type === "PaymentReceived") left.set(paymentId, left.get(paymentId) ?? cents);
      if (event.type !== "RefundPaid") return true;
      left.set(paymentId, (left.get(paymentId) ?? 0) - cents);
      return (left.get(paymentId) ?? 0) >= 0;
    });
  },
} satisfies GeneratedLogs;
