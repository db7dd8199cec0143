import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { hasEachRecordOnce } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { partsOf } from "../../engine/grading/message-parts.ts";

export const generated = {
  /** Evenings with one cart and up to three people: they look at it, and press + or − on what they see. */
  cases: (fc) => {
    const act = fc.record({
      who: fc.constantFrom("sanjana", "yeva", "bill"),
      kind: weighted(fc, [5, "look"], [5, "plus"], [3, "minus"], [1, "close"]),
    });
    return fc.array(act, { minLength: 1, maxLength: 16, size: "max" }).map((acts) => {
      const { records, write } = newLog({ key: "cart-9", firstId: "b0", start: "2026-03-07T18:00:00Z" });
      for (const { who, kind } of acts) {
        const step = { plus: 1, minus: -1, look: 0, close: 0 }[kind];
        if (kind === "close") write("PageClosed", { by: who });
        else if (step === 0 || !canPress({ records }, who, step)) write("CartShown", { to: who });
        else write("ButtonPressed", { by: who, change: step });
      }
      return { records };
    });
  },
  possible: (candidate) =>
    hasEachRecordOnce(candidate) &&
    candidate.records.every(({ event }, place) => {
      if (event.type !== "ButtonPressed") return true;
      const { by, change } = partsOf(event.data);
      return canPress({ records: candidate.records.slice(0, place) }, String(by), Number(change));
    }),
} satisfies GeneratedLogs;

/** Whether somebody's browser shows the cart, they have not pressed on this page yet, and no design goes below 1 piece. */
function canPress({ records }: Case, who: string, change: number): boolean {
  const shown: Record<string, number> = {};
  let row = 1;
  let sum = 1;
  for (const { event } of records) {
    const { to, by, change: earlier } = partsOf(event.data);
    if (event.type === "CartShown") shown[String(to)] = row;
    if (event.type !== "ButtonPressed") continue;
    row = (shown[String(by)] ?? row) + Number(earlier);
    sum += Number(earlier);
    delete shown[String(by)];
  }
  const page = shown[who];
  return page !== undefined && page + change >= 1 && sum + change >= 1;
}
