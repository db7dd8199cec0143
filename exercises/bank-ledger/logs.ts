import type { Case, GeneratedLogs } from "../../engine/grading/checks.ts";
import { newLog, weighted } from "../../engine/grading/generated-records.ts";
import { bookingOf } from "./domain.ts";

const form = { key: "harbour-branch", firstId: "tx-101", start: "2026-04-01T09:00:00Z" };
const reason = "booked by mistake";

/** A case by hand: the bookings of one account, named by their number, which begins at 1. */
export function bookings(...booked: [kind: "deposit" | "withdraw" | "reverse", value: number][]): Case {
  const { records, write } = newLog(form);
  for (const [kind, value] of booked) {
    if (kind === "reverse") write("TransactionReversed", { reversesId: `tx-${100 + value}`, reason });
    else
      write(kind === "deposit" ? "MoneyDeposited" : "MoneyWithdrawn", { account: "acc-3107", cents: value });
  }
  return { records };
}

export const generated = {
  /** Some days at the branch, up to 14 records: every kind of reversal comes often. */
  cases: (fc) => {
    // What somebody at the counter does next; a reversal picks one of the names that are there.
    const wish = fc.record({
      kind: weighted(
        fc,
        [5, "deposit", "withdraw"],
        [5, "reverse", "back"],
        [2, "again", "stranger"],
        [1, "open", "note"],
      ),
      account: fc.constantFrom("acc-3107", "acc-2240", "acc-5518"),
      cents: fc.constantFrom(1, 995, 2000, 2000, 6450, 120000),
      pick: fc.nat({ max: 13 }),
    });
    return fc.array(wish, { minLength: 1, maxLength: 14, size: "max" }).map((wishes) => {
      const { records, write } = newLog(form);
      for (const { kind, account, cents, pick } of wishes) {
        const reversals = records.filter(({ event }) => event.type === "TransactionReversed");
        const named: Record<string, (string | undefined)[]> = {
          reverse: records.map(({ event }) => event.metadata?.id),
          again: reversals.map(({ event }) => bookingOf(event).reversesId),
          back: reversals.map(({ event }) => event.metadata?.id),
          stranger: ["tx-17", "tx-18"],
        };
        const names = named[kind] ?? [];
        // Where there is nothing to reverse yet, money is paid in.
        const reversesId = names[pick % names.length];
        if (reversesId !== undefined) write("TransactionReversed", { reversesId, reason });
        else if (kind === "open") write("AccountOpened", { account, owner: "Nadia Haddad" });
        else if (kind === "note") write("LetterSent", { account, cents });
        else write(kind === "withdraw" ? "MoneyWithdrawn" : "MoneyDeposited", { account, cents });
      }
      return { records };
    });
  },
  /** Every name once, and no transaction named by a reversal before it is there. */
  possible({ records }) {
    const named = new Set<string>();
    const written = new Set<string>();
    return records.every(({ event }) => {
      const id = event.metadata?.id ?? "";
      if (written.has(id) || named.has(id)) return false;
      written.add(id);
      if (event.type === "TransactionReversed") named.add(bookingOf(event).reversesId);
      return true;
    });
  },
} satisfies GeneratedLogs;
