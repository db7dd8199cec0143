import type { Arbitrary } from "fast-check";
import { isObject, type Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { aYearAfter } from "./domain.ts";

type Wish = {
  kind: "earn" | "late" | "spend" | "refund" | "unknown refund" | "close" | "other";
  pick: number;
  points: number;
  days: number;
  beside: number;
};

const key = "card-3307";
const day = 24 * 60 * 60_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * Whether a log could have been written: every record once, points earned once for a purchase, and days closed one after
 * the other. Any of them may be absent: a refund may name a purchase that nobody saw, and no day has to be closed.
 */
export function couldHaveHappened(log: Case): boolean {
  const of = (type: string, field: string) =>
    log.records.flatMap(({ event: { type: its, data } }) =>
      its === type && isObject(data) ? [String(data[field])] : [],
    );
  const purchases = of("PointsEarned", "purchase");
  const closed = of("DayClosed", "date");
  return (
    hasEachRecordOnce(log) &&
    new Set(purchases).size === purchases.length &&
    closed.every((date, place) => place === 0 || date > (closed[place - 1] as string))
  );
}

/** Some years of a card, in up to 16 records. Days are closed on the last day of a lot, or on one beside it. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const wish = fc.record<Wish>({
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<Wish["kind"]>("earn", "spend", "close") },
      { weight: 3, arbitrary: fc.constantFrom<Wish["kind"]>("late", "refund") },
      { weight: 1, arbitrary: fc.constantFrom<Wish["kind"]>("unknown refund", "other") },
    ),
    pick: fc.nat({ max: 15 }),
    points: fc.constantFrom(1, 10, 25, 40, 65, 130),
    days: fc.constantFrom(1, 12, 40, 90),
    beside: fc.constantFrom(-1, 0, 0, 1),
  });
  return fc
    .record({
      start: fc.constantFrom("2021-11-03", "2022-12-20", "2023-04-15"),
      wishes: fc.array(wish, { minLength: 1, maxLength: 16, size: "max" }),
    })
    .map(({ start, wishes }) => ({ records: written(Date.parse(`${start}T09:00:00Z`), wishes) }));
}

/** Turns wishes into records. A purchase is refunded only after it was made; nothing is earned on a 29 February. */
function written(start: number, wishes: Wish[]): Case["records"] {
  const records: Case["records"] = [];
  const lots: { purchase: string; day: string }[] = [];
  let now = start;
  const write = (type: string, data: Json, at = now) => {
    const metadata = { id: `c${records.length}`, occurredAt: new Date(at).toISOString() };
    records.push({ key, event: { type, data, metadata } });
  };
  const earn = (points: number, wished: number) => {
    const at = dayOf(wished).endsWith("02-29") ? wished + day : wished;
    const purchase = `R-${2001 + lots.length}`;
    write("PointsEarned", { purchase, points }, at);
    lots.push({ purchase, day: dayOf(at) });
  };
  for (const { kind, pick, points, days, beside } of wishes) {
    const lot = lots[pick % lots.length];
    now += 61_000;
    if (kind === "close" && lot) {
      const date = Math.max(Date.parse(aYearAfter(lot.day)) + beside * day, Date.parse(dayOf(now)));
      now = date + day + 5 * 60_000;
      write("DayClosed", { date: dayOf(date) });
      continue;
    }
    if (kind === "late") earn(points, now - days * day - pick * 60_000);
    else if (kind === "spend") write("PointsSpent", { reward: "bag of beans", points });
    else if (kind === "refund" && lot) write("PurchaseRefunded", { purchase: lot.purchase });
    else if (kind === "unknown refund") write("PurchaseRefunded", { purchase: "R-9999" });
    else if (kind === "other") write("CardIssued", { name: "Jonas Weber" });
    else earn(points, now);
    now += days * day;
  }
  return records;
}
