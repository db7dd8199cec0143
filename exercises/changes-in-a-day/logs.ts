import type { Case } from "../../engine/grading/checks.ts";
import { newLog } from "../../engine/grading/generated-records.ts";

export { generated } from "../email-history/logs.ts";

/** An account with these events, each so many minutes after the one before. */
function account(...events: [type: string, email: string, minutes: number][]): Case {
  const { records, write } = newLog({ key: "customer-17", firstId: "c0", start: "" });
  let now = Date.parse("2026-04-02T09:00:00Z");
  for (const [type, email, minutes] of events) {
    now += minutes * 60_000;
    write(type, type === "GiftCardBought" ? { cents: 5_000 } : { email }, now);
  }
  return { records };
}

const registered: [string, string, number] = ["Registered", "sanjana@example.com", 0];
const change = (email: string, minutes: number): [string, string, number] => ["EmailChanged", email, minutes];
const bought = (minutes: number): [string, string, number] => ["GiftCardBought", "", minutes];

/** The corners of the question: only old changes, a change exactly 24 hours ago, a newest event that is no change. */
export const cornerCases: Case[] = [
  account(registered),
  account(registered, change("a@example.org", 60), bought(24 * 60)),
  account(registered, change("a@example.org", 60), bought(24 * 60), bought(1)),
  account(registered, change("a@example.org", 1), change("sanjana@example.com", 25 * 60), bought(23 * 60)),
];
