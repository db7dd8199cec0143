type Account = { balance: number }; // in cents

export function initialState(): Account {
  return { balance: 0 };
}

export function evolve(account: Account, event: AccountEvent): Account {
  switch (event.type) {
    case "MoneyDeposited":
      return { balance: account.balance + event.data.cents };
    case "MoneyWithdrawn":
      return { balance: account.balance - event.data.cents };
    case "InterestAccrued": {
      const { days, basisPoints } = event.data;
      const forOneYear = (account.balance * basisPoints) / 10_000;
      // starter: const exact = (forOneYear * days) / 36;
      // starter: const interest = Math.floor(exact);
      const exact = (forOneYear * days) / 365;
      const interest = Math.round(exact);
      // end starter
      return { balance: account.balance + interest };
    }
    default:
      return account; // every other event: nothing changes
  }
}
