// starter: type Ledger = { balances: Record<string, number> };
/** What a transaction did: the cents it added to an account, negative where they went out. */
type Effect = { account: string; cents: number };
/** `effects` holds, by name, the transactions that were not taken back. */
type Ledger = { balances: Record<string, number>; effects: Record<string, Effect> };
// end starter

export function initialState(): Ledger {
  // starter: return { balances: {} };
  return { balances: {}, effects: {} };
  // end starter
}

// starter: // event.metadata.id is the transaction's name, e.g. "tx-4405".
// end starter
export function evolve(ledger: Ledger, event: LedgerEvent): Ledger {
  // starter:
  const { id } = event.metadata;
  // end starter
  switch (event.type) {
    // starter: case "MoneyDeposited":
    // starter:   return move(ledger, event.data.account, event.data.cents);
    // starter: case "MoneyWithdrawn":
    // starter:   return move(ledger, event.data.account, -event.data.cents);
    // starter: // TransactionReversed: undo what event.data.reversesId did, once.
    // starter: // The ledger will have to remember more than balances.
    // starter: default:
    // starter:   return ledger; // every other event: nothing changes
    case "MoneyDeposited":
      return book(ledger, id, event.data.account, event.data.cents);
    case "MoneyWithdrawn":
      return book(ledger, id, event.data.account, -event.data.cents);
    case "TransactionReversed": {
      // What is taken back leaves the effects; the reversal joins them under its own name.
      const { [event.data.reversesId]: undone, ...effects } = ledger.effects;
      if (undone === undefined) return ledger;
      return book({ ...ledger, effects }, id, undone.account, -undone.cents);
    }
    default:
      return ledger;
    // end starter
  }
}

// starter: function move({ balances }: Ledger, account: string, cents: number): Ledger {
// starter:   return { balances: { ...balances, [account]: (balances[account] ?? 0) + cents } };
function book({ balances, effects }: Ledger, id: string, account: string, cents: number): Ledger {
  return {
    balances: { ...balances, [account]: (balances[account] ?? 0) + cents },
    effects: { ...effects, [id]: { account, cents } },
  };
  // end starter
}
