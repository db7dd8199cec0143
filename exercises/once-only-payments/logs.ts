import type { Arbitrary } from "fast-check";
import type { NewEvent } from "../../engine/fold/event.ts";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";

/** What may come next; `pick` says which of the earlier records it is about. */
interface Wish {
  kind: "payment" | "event again" | "payment again" | "refund" | "other";
  invoiceId: string;
  cents: number;
  pick: number;
}

type Money = { paymentId: string; invoiceId: string; cents: number };

const key = "studio-brandt";
const part = 1_000;

/** Days of up to 14 records: few amounts and few invoices, so that much looks alike and is not. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const wish = fc.record<Wish>({
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Wish["kind"]>("payment") },
      { weight: 4, arbitrary: fc.constantFrom<Wish["kind"]>("payment again", "event again") },
      { weight: 4, arbitrary: fc.constant<Wish["kind"]>("refund") },
      { weight: 1, arbitrary: fc.constant<Wish["kind"]>("other") },
    ),
    invoiceId: fc.constantFrom("2026-201", "2026-202", "2026-203"),
    cents: fc.constantFrom(3_000, 4_000),
    pick: fc.nat({ max: 13 }),
  });
  return fc
    .array(wish, { minLength: 1, maxLength: 14, size: "max" })
    .map((wishes) => ({ records: written(wishes) }));
}

/** Turns wishes into records. Where one cannot come true, a payment comes instead. */
function written(wishes: Wish[]): Case["records"] {
  const records: Case["records"] = [];
  const append = (event: NewEvent) => records.push({ key, event });
  const write = (type: string, data: Json) => {
    const place = records.length;
    const occurredAt = new Date(Date.UTC(2026, 3, 15, 9, place)).toISOString();
    append({ type, data, metadata: { id: `ev-${place}`, occurredAt } });
  };
  const payments: Money[] = [];
  const left = new Map<string, number>();
  for (const { kind, invoiceId, cents, pick } of wishes) {
    const paid = payments[pick % payments.length];
    const again = records[pick % records.length];
    const remaining = left.get(paid?.paymentId ?? "") ?? 0;
    if (kind === "event again" && again) append(again.event);
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
  return records;
}

/** Whether a smaller log could still have happened: nobody pays back more of a payment than came in before. */
export function couldHaveHappened({ records }: Case): boolean {
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
}
