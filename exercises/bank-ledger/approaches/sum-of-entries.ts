// Keeps a list of bookings and adds it up after each record, in a Map, and makes an object from it.
type Entry = { id: string; account: string; cents: number };
type Ledger = { entries: Entry[]; undone: string[]; balances: Record<string, number> };

export const initialState = (): Ledger => ({ entries: [], undone: [], balances: {} });

export function evolve(ledger: Ledger, event: LedgerEvent): Ledger {
  const { id } = event.metadata;
  if (event.type === "MoneyDeposited")
    return withEntry(ledger, { id, account: event.data.account, cents: event.data.cents });
  if (event.type === "MoneyWithdrawn")
    return withEntry(ledger, { id, account: event.data.account, cents: -event.data.cents });
  if (event.type !== "TransactionReversed") return ledger;
  const { reversesId } = event.data;
  const entry = ledger.entries.find((each) => each.id === reversesId);
  if (!entry || ledger.undone.includes(reversesId)) return ledger;
  return withEntry(
    { ...ledger, undone: [...ledger.undone, reversesId] },
    { id, account: entry.account, cents: -entry.cents },
  );
}

function withEntry(ledger: Ledger, entry: Entry): Ledger {
  const entries = [...ledger.entries, entry];
  const sums = entries.reduce(
    (sum, { account, cents }) => sum.set(account, (sum.get(account) ?? 0) + cents),
    new Map<string, number>(),
  );
  return { ...ledger, entries, balances: Object.fromEntries(sums) };
}
