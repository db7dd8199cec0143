import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { exactInterest, interestOf, isNearHalf } from "../savings-account/interest.ts";

/** What happens to an account next; `cents` where money moves, the others where interest is due. */
export interface Wish {
  kind: "deposit" | "withdraw" | "interest" | "open";
  cents: number;
  days: number;
  basisPoints: number;
}

const start = "2026-01-02T09:00:00Z";
const day = 24 * 60 * 60_000;

/**
 * The log of one account, a day between two records. What cannot happen becomes something else: nobody takes out more
 * than there is, and no interest is almost half a cent.
 */
export function accountRecords(wishes: Wish[], key = "acc-7301"): Case["records"] {
  const { records, write } = newLog({ key, firstId: "t0", start, minutes: day / 60_000 });
  let balance = 0;
  for (const { kind, cents, days, basisPoints } of wishes) {
    if (kind === "open") write("AccountOpened", { owner: "Ravi Menon" });
    else if (kind === "interest") {
      const paid = [days, days + 1, days + 2].find(
        (n) => !isNearHalf(exactInterest(balance, n, basisPoints)),
      );
      write("InterestAccrued", { days: paid ?? days, basisPoints });
      balance += interestOf(balance, paid ?? days, basisPoints);
    } else if (kind === "withdraw" && balance > 0) {
      const taken = Math.min(cents, balance);
      write("MoneyWithdrawn", { cents: taken });
      balance -= taken;
    } else {
      write("MoneyDeposited", { cents });
      balance += cents;
    }
  }
  return records;
}

export const generated = {
  /** Up to 10 records of one account, with months of 28 to 31 days and three rates. */
  cases: (fc) =>
    fc
      .array(
        fc.record({
          kind: weighted(fc, [4, "deposit", "interest"], [2, "withdraw"], [1, "open"]),
          cents: fc.constantFrom(995, 2_500, 10_000, 48_213, 250_000),
          days: fc.constantFrom(28, 30, 31, 90),
          basisPoints: fc.constantFrom(125, 365, 410),
        }),
        { minLength: 1, maxLength: 10, size: "max" },
      )
      .map((wishes) => ({ records: accountRecords(wishes) })),
  /** Records in order; no more taken out than there is, and no interest of almost half a cent. */
  possible(log) {
    let balance = 0;
    return (
      isInOrderOfTime(log) &&
      log.records.every(({ event: { type, data } }) => {
        const { cents = 0, days = 0, basisPoints = 0 } = data as Partial<Wish>;
        if (type === "InterestAccrued" && isNearHalf(exactInterest(balance, days, basisPoints))) return false;
        if (type === "InterestAccrued") balance += interestOf(balance, days, basisPoints);
        else if (type !== "AccountOpened") balance += type === "MoneyWithdrawn" ? -cents : cents;
        return balance >= 0;
      })
    );
  },
} satisfies GeneratedLogs;
