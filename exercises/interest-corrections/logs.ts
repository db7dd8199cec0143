import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { isInOrderOfTime } from "../../engine/grading/could-have-happened.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { exactInterest, interestOf, isNearHalf } from "../savings-account/interest.ts";
import { dataOf, postingsOf } from "./domain.ts";

interface Wish {
  kind: "open" | "deposit" | "withdraw" | "by the bug" | "repaired" | "correct";
  cents: number;
  days: number;
}

const form = { key: "acc-7302", firstId: "p0", start: "2026-01-02T09:00:00Z", minutes: 1_440 };
const basisPoints = 365;

/**
 * The log of one account. A posting by the bug divides by 36; a repaired one is right, but for the balance that the log
 * shows. Nobody takes out more than the account should hold, and no right interest is almost half a cent.
 */
function accountCase(wishes: Wish[]): Case {
  const { records, write } = newLog(form);
  for (const { kind, cents, days } of wishes) {
    const { postings, balance } = postingsOf(records.map(({ event }) => event));
    const wrong = postings.find(({ paid, right, correctedAt }) => paid !== right && correctedAt === null);
    const shown = records.reduce((sum, { event: { type, data } }) => {
      const moved = dataOf({ data }).cents ?? 0;
      return type === "MoneyWithdrawn" ? sum - moved : sum + moved;
    }, 0);
    if (kind === "open") write("AccountOpened", { owner: "Ravi Menon" });
    else if (kind === "correct" && wrong)
      write("InterestCorrected", { postingId: wrong.id, cents: wrong.right - wrong.paid });
    else if (kind === "withdraw" && balance > 0) write("MoneyWithdrawn", { cents: Math.min(cents, balance) });
    else if ((kind === "by the bug" || kind === "repaired") && balance > 0) {
      const paid =
        [days, days + 1, days + 2].find((n) => !isNearHalf(exactInterest(balance, n, basisPoints))) ?? days;
      const amount =
        kind === "repaired"
          ? interestOf(shown, paid, basisPoints)
          : Math.floor(exactInterest(shown, paid, basisPoints, 36));
      write("InterestPosted", { days: paid, basisPoints, cents: amount });
    } else write("MoneyDeposited", { cents });
  }
  return { records };
}

/** A large account, so that interest on a wrong balance is another amount; then the same with the first one corrected. */
const large: Wish[] = [
  { kind: "deposit", cents: 1_000_000, days: 30 },
  { kind: "by the bug", cents: 0, days: 30 },
  { kind: "by the bug", cents: 0, days: 30 },
];
/** A year's interest on amounts of which one cent less, or one cent more, has another interest. */
const sensitive = [10_014, 10_013].map((cents): Wish[] => [
  { kind: "deposit", cents, days: 0 },
  { kind: "by the bug", cents: 0, days: 365 },
]);
export const cornerCases = [
  accountCase(large),
  accountCase([...large, { kind: "correct", cents: 0, days: 30 }]),
  ...sensitive.map(accountCase),
];

export const generated = {
  /** Up to 9 records of one account, some of its postings wrong, some of these already corrected. */
  cases: (fc) =>
    fc
      .array(
        fc.record({
          kind: weighted(
            fc,
            [3, "deposit", "by the bug"],
            [2, "withdraw", "repaired", "correct"],
            [1, "open"],
          ),
          cents: fc.constantFrom(995, 2_500, 10_000, 48_213, 250_000),
          days: fc.constantFrom(28, 30, 31, 90),
        }),
        { minLength: 1, maxLength: 9, size: "max" },
      )
      .map(accountCase),
  /** Records in order, and every correction names an earlier posting and is exact. */
  possible(log) {
    const events = log.records.map(({ event }) => event);
    const corrected = new Set<string>();
    return (
      isInOrderOfTime(log) &&
      events.every((event, place) => {
        const { postings, balance } = postingsOf(events.slice(0, place + 1));
        const posting = postings.at(-1);
        if (event.type === "InterestPosted" && posting)
          return (
            posting.base > 0 && !isNearHalf(exactInterest(posting.base, posting.days, posting.basisPoints))
          );
        if (event.type !== "InterestCorrected") return balance >= 0;
        const { postingId, cents } = dataOf(event);
        const named = postings.find(({ id }) => id === postingId);
        if (!named || corrected.has(postingId) || named.right - named.paid !== cents) return false;
        corrected.add(postingId);
        return true;
      })
    );
  },
} satisfies GeneratedLogs;
