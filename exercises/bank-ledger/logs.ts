import type { Arbitrary } from "fast-check";
import type { Json } from "../../engine/fold/json.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { bookingOf } from "./domain.ts";

/** What somebody at the counter does next; a reversal picks one of the names that are there. */
interface Wish {
  kind: "deposit" | "withdraw" | "reverse" | "again" | "back" | "stranger" | "open" | "note";
  account: string;
  cents: number;
  pick: number;
}

const key = "harbour-branch";
const accounts = ["acc-3107", "acc-2240", "acc-5518"];

/** Some days at the branch, up to 14 records: every kind of reversal comes often. */
export function generatedLogs(fc: typeof import("fast-check")): Arbitrary<Case> {
  const wish = fc.record<Wish>({
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<Wish["kind"]>("deposit", "withdraw") },
      { weight: 5, arbitrary: fc.constantFrom<Wish["kind"]>("reverse", "back") },
      { weight: 2, arbitrary: fc.constantFrom<Wish["kind"]>("again", "stranger") },
      { weight: 1, arbitrary: fc.constantFrom<Wish["kind"]>("open", "note") },
    ),
    account: fc.constantFrom(...accounts),
    cents: fc.constantFrom(1, 995, 2000, 2000, 6450, 120000),
    pick: fc.nat({ max: 13 }),
  });
  return fc
    .array(wish, { minLength: 1, maxLength: 14, size: "max" })
    .map((wishes) => ({ records: written(wishes) }));
}

/** A case by hand: the bookings of one account, named by their number, which begins at 1. */
export function bookings(...booked: [kind: "deposit" | "withdraw" | "reverse", value: number][]): Case {
  return {
    records: booked.map(([kind, value], at) =>
      kind === "reverse"
        ? recordOf(at, "TransactionReversed", { reversesId: nameAt(value - 1), reason: "booked by mistake" })
        : recordOf(at, kind === "deposit" ? "MoneyDeposited" : "MoneyWithdrawn", {
            account: "acc-3107",
            cents: value,
          }),
    ),
  };
}

function recordOf(at: number, type: string, data: Json): Case["records"][number] {
  const occurredAt = new Date(Date.UTC(2026, 3, 1, 9, at)).toISOString();
  return { key, event: { type, data, metadata: { id: nameAt(at), occurredAt } } };
}

function nameAt(at: number): string {
  return `tx-${101 + at}`;
}

/** Turns wishes into records. Where there is nothing to reverse yet, money is paid in. */
function written(wishes: Wish[]): Case["records"] {
  const records: Case["records"] = [];
  const write = (type: string, data: Json) => {
    records.push(recordOf(records.length, type, data));
  };
  for (const { kind, account, cents, pick } of wishes) {
    const reversals = records.filter(({ event }) => event.type === "TransactionReversed");
    const named = {
      reverse: records.map(({ event }) => event.metadata?.id),
      again: reversals.map(({ event }) => bookingOf(event).reversesId),
      back: reversals.map(({ event }) => event.metadata?.id),
      stranger: ["tx-17", "tx-18"],
    };
    const names = Object.hasOwn(named, kind) ? named[kind as keyof typeof named] : [];
    const reversesId = names[pick % names.length];
    if (reversesId !== undefined) write("TransactionReversed", { reversesId, reason: "booked by mistake" });
    else if (kind === "open") write("AccountOpened", { account, owner: "Nadia Haddad" });
    else if (kind === "note") write("LetterSent", { account, cents });
    else write(kind === "withdraw" ? "MoneyWithdrawn" : "MoneyDeposited", { account, cents });
  }
  return records;
}

/** Whether a log could have been written: every name once, and no transaction named by a reversal before it is there. */
export function couldHaveHappened({ records }: Case): boolean {
  const named = new Set<string>();
  const written = new Set<string>();
  return records.every(({ event }) => {
    const id = event.metadata?.id ?? "";
    if (written.has(id) || named.has(id)) return false;
    written.add(id);
    if (event.type === "TransactionReversed") named.add(bookingOf(event).reversesId);
    return true;
  });
}
