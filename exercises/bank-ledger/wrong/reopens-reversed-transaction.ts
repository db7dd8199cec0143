// Thinks that undoing a reversal brings the first transaction back, so that it can be reversed once more.
/** What a transaction did: the cents it added to an account, negative where they went out. */
type Effect = { account: string; cents: number; undid?: string };
/** `effects` holds, by name, the transactions that were not taken back. */
type Ledger = { balances: Record<string, number>; effects: Record<string, Effect> };

export function initialState(): Ledger {
  return { balances: {}, effects: {} };
}

export function evolve(ledger: Ledger, event: LedgerEvent): Ledger {
  const { id } = event.metadata;
  switch (event.type) {
    case "MoneyDeposited":
      return book(ledger, id, event.data.account, event.data.cents);
    case "MoneyWithdrawn":
      return book(ledger, id, event.data.account, -event.data.cents);
    case "TransactionReversed": {
      const { [event.data.reversesId]: undone, ...effects } = ledger.effects;
      if (undone === undefined) return ledger;
      const booked = book({ ...ledger, effects }, id, undone.account, -undone.cents);
      const reversal = { account: undone.account, cents: -undone.cents, undid: event.data.reversesId };
      const again = undone.undid ? { [undone.undid]: { account: undone.account, cents: -undone.cents } } : {};
      return { ...booked, effects: { ...booked.effects, [id]: reversal, ...again } };
    }
    default:
      return ledger;
  }
}

function book({ balances, effects }: Ledger, id: string, account: string, cents: number): Ledger {
  return {
    balances: { ...balances, [account]: (balances[account] ?? 0) + cents },
    effects: { ...effects, [id]: { account, cents } },
  };
}
