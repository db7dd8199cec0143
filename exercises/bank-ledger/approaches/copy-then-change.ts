// Imperative: copies the ledger first, then changes only the copy.
type Effect = { account: string; cents: number; reversed: boolean };
type Ledger = { balances: Record<string, number>; effects: Record<string, Effect> };

// solution: initialState

export function evolve(before: Ledger, event: LedgerEvent): Ledger {
  const ledger: Ledger = { balances: { ...before.balances }, effects: { ...before.effects } };
  let account: string;
  let cents: number;
  if (event.type === "MoneyDeposited") {
    account = event.data.account;
    cents = event.data.cents;
  } else if (event.type === "MoneyWithdrawn") {
    account = event.data.account;
    cents = -event.data.cents;
  } else if (event.type === "TransactionReversed") {
    const named = ledger.effects[event.data.reversesId];
    if (!named || named.reversed) return before;
    ledger.effects[event.data.reversesId] = { ...named, reversed: true };
    account = named.account;
    cents = -named.cents;
  } else {
    return before;
  }
  ledger.effects[event.metadata.id] = { account, cents, reversed: false };
  ledger.balances[account] = (ledger.balances[account] ?? 0) + cents;
  if (ledger.balances[account] === 0) delete ledger.balances[account];
  return ledger;
}
