import { isObject } from "../../engine/fold/json.ts";
import type { GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { aYearAfter } from "./domain.ts";

const day = 24 * 60 * 60_000;
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export const generated = {
  /** Some years of a card, in up to 16 records. Days are closed on the last day of a lot, or on one beside it. */
  cases: (fc) => {
    const wish = fc.record({
      kind: weighted(
        fc,
        [5, "earn", "spend", "close"],
        [3, "late", "refund"],
        [1, "unknown refund", "other"],
      ),
      pick: fc.nat({ max: 15 }),
      points: fc.constantFrom(1, 10, 25, 40, 65, 130),
      days: fc.constantFrom(1, 12, 40, 90),
      beside: fc.constantFrom(-1, 0, 0, 1),
    });
    const start = fc.constantFrom("2021-11-03", "2022-12-20", "2023-04-15");
    const wishes = fc.array(wish, { minLength: 1, maxLength: 16, size: "max" });
    return fc.record({ start, wishes }).map(({ start, wishes }) => {
      const { records, write } = newLog({ key: "card-3307", firstId: "c0", start });
      const lots: { purchase: string; day: string }[] = [];
      let now = Date.parse(`${start}T09:00:00Z`);
      // Nothing is earned on a 29 February.
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
          write("DayClosed", { date: dayOf(date) }, now);
          continue;
        }
        if (kind === "late") earn(points, now - days * day - pick * 60_000);
        else if (kind === "spend") write("PointsSpent", { reward: "bag of beans", points }, now);
        else if (kind === "refund" && lot) write("PurchaseRefunded", { purchase: lot.purchase }, now);
        else if (kind === "unknown refund") write("PurchaseRefunded", { purchase: "R-9999" }, now);
        else if (kind === "other") write("CardIssued", { name: "Jonas Weber" }, now);
        else earn(points, now);
        now += days * day;
      }
      return { records };
    });
  },
  /**
   * Every record once, points earned once for a purchase, and days closed one after the other. Any of them may be absent:
   * a refund may name a purchase that nobody saw, and no day has to be closed.
   */
  possible(log) {
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
  },
} satisfies GeneratedLogs;
