// A table of functions by event type: each says what its record moves, and one function books it.
type Effect = { account: string; cents: number };
type Ledger = { balances: Record<string, number>; open: Record<string, Effect | null> };
type EventNamed<Type> = Extract<LedgerEvent, { type: Type }>;

const nothing = null;
const effectOf = {
  AccountOpened: () => nothing,
  MoneyDeposited: (_: Ledger, { data }: EventNamed<"MoneyDeposited">) => data,
  MoneyWithdrawn: (_: Ledger, { data }: EventNamed<"MoneyWithdrawn">) => ({ ...data, cents: -data.cents }),
  TransactionReversed: ({ open }: Ledger, { data }: EventNamed<"TransactionReversed">) => {
    const undone = open[data.reversesId];
    return undone ? { account: undone.account, cents: -undone.cents } : nothing;
  },
};

export function initialState(): Ledger {
  return { balances: {}, open: {} };
}

export function evolve(ledger: Ledger, event: LedgerEvent): Ledger {
  const effectOfType = effectOf[event.type] as
    | ((ledger: Ledger, event: LedgerEvent) => Effect | null)
    | undefined;
  const effect = effectOfType?.(ledger, event) ?? nothing;
  if (!effect) return ledger;
  const { account, cents } = effect;
  const closed = event.type === "TransactionReversed" ? { [event.data.reversesId]: nothing } : {};
  return {
    balances: { ...ledger.balances, [account]: (ledger.balances[account] ?? 0) + cents },
    open: { ...ledger.open, ...closed, [event.metadata.id]: { account, cents } },
  };
}
