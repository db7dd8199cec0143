// solution: Account, initialState

export function evolve(account: Account, event: AccountEvent): Account {
  switch (event.type) {
    case "MoneyDeposited":
      return { balance: account.balance + event.data.cents };
    case "MoneyWithdrawn":
      return { balance: account.balance - event.data.cents };
    // order
    case "InterestAccrued": {
      const { days, basisPoints } = event.data;
      const forOneYear = (account.balance * basisPoints) / 10_000;
      const forOneYear = (account.balance * basisPoints) / 100; // decoy
      const exact = (forOneYear * days) / 365;
      const exact = (forOneYear * days) / 36; // decoy
      const interest = Math.round(exact);
      const interest = Math.floor(exact); // decoy
      return { balance: account.balance + interest };
    }
    // end of order
    default:
      return account; // every other event: nothing changes
  }
}
