// A function for each event type that says by how many cents the balance moves.
// solution: Account, initialState

type Data = { cents: number; days: number; basisPoints: number };

const moves: Record<string, (balance: number, data: Data) => number> = {
  MoneyDeposited: (_, { cents }) => cents,
  MoneyWithdrawn: (_, { cents }) => -cents,
  InterestAccrued: (balance, { days, basisPoints }) =>
    Math.floor((balance * (basisPoints / 10_000) * days) / 365 + 0.5),
};

export function evolve({ balance }: Account, { type, data }: AccountEvent): Account {
  return { balance: balance + (moves[type]?.(balance, data as Data) ?? 0) };
}
