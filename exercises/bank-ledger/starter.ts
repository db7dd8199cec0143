type Ledger = { balances: Record<string, number> };

export function initialState(): Ledger {
  return { balances: {} };
}

// event.metadata.id is the transaction's name, e.g. "tx-4405".
export function evolve(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.type) {
    case "MoneyDeposited":
      return move(ledger, event.data.account, event.data.cents);
    case "MoneyWithdrawn":
      return move(ledger, event.data.account, -event.data.cents);
    // TransactionReversed: undo what event.data.reversesId did, once.
    // The ledger will have to remember more than balances.
    default:
      return ledger; // every other event: nothing changes
  }
}

function move({ balances }: Ledger, account: string, cents: number): Ledger {
  return { balances: { ...balances, [account]: (balances[account] ?? 0) + cents } };
}
