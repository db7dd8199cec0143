import { createHash } from "node:crypto";
import { join } from "node:path";

/** The reducer's file. */
export const ledgerReducer = join(import.meta.dirname, "reducer.ts");

const accounts = 2_000;
const firstMoment = Date.UTC(2026, 0, 1);

/** Record `n` of the ledger, a function of `n` alone: about 130 bytes of JSON under one of 2,000 keys. */
export function ledgerRecord(n: number): { key: string; value: string; timestamp: number } {
  const random = scrambled(n);
  const timestamp = firstMoment + n;
  const type = (random >>> 20) % 3 === 0 ? "MoneyWithdrawn" : "MoneyDeposited";
  const metadata = { id: `entry-${n}`, version: 1, occurredAt: new Date(timestamp).toISOString() };
  return {
    key: `account-${random % accounts}`,
    value: JSON.stringify({ type, data: { amount: 1 + ((random >>> 8) % 10_000) }, metadata }),
    timestamp,
  };
}

/** A number's bits mixed well: the finalizer of MurmurHash3. */
function scrambled(n: number): number {
  let h = n | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What all contenders must agree on: the accounts' states, in whatever order they came. */
export function fingerprint(states: Iterable<[key: string, state: object]>): string {
  const sorted = (entries: Iterable<[string, unknown]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const accounts = sorted(states).map(([key, state]) => [key, sorted(Object.entries(state as object))]);
  return createHash("sha256").update(JSON.stringify(accounts)).digest("hex");
}
