// Takes back the last transaction of the log, whatever the record names.
/** What a transaction did: the cents it added to an account, negative where they went out. */
type Effect = { account: string; cents: number };
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
      const last = Object.keys(ledger.effects).at(-1) ?? "";
      const { [last]: undone, ...effects } = ledger.effects;
      if (undone === undefined) return ledger;
      return book({ ...ledger, effects }, id, undone.account, -undone.cents);
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
