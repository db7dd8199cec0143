/** A bank account as its events tell it: what every contender folds. The server gets this file as text. */

interface Account {
  balance: number;
  deposits: number;
  withdrawals: number;
  lastAt: string;
}

interface AccountEvent {
  type: "MoneyDeposited" | "MoneyWithdrawn";
  data: { amount: number };
  metadata: { occurredAt: string };
}

export function initialState(): Account {
  return { balance: 0, deposits: 0, withdrawals: 0, lastAt: "" };
}

export function evolve(account: Account, event: AccountEvent): Account {
  const { amount } = event.data;
  const lastAt = event.metadata.occurredAt;
  switch (event.type) {
    case "MoneyDeposited":
      return {
        ...account,
        balance: account.balance + amount,
        deposits: account.deposits + 1,
        lastAt,
      };
    case "MoneyWithdrawn":
      return {
        ...account,
        balance: account.balance - amount,
        withdrawals: account.withdrawals + 1,
        lastAt,
      };
    default:
      return account;
  }
}
