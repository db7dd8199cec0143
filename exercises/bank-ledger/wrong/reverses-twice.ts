// Keeps what was taken back among the effects, so every further reversal takes it back again.
/** What a transaction did: the cents it added to an account, negative where they went out. */
type Effect = { account: string; cents: number };
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
      const undone = ledger.effects[event.data.reversesId];
      if (undone === undefined) return ledger;
      return book(ledger, id, undone.account, -undone.cents);
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
