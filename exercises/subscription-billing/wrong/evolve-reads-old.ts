// Lets evolve read the old events, although it was finished.
export function upcast(event: StoredEvent): BillingEvent {
  return event as BillingEvent;
}

// solution: plans, Invoice, Account, initialState

// Folds today's events only. It is finished.
export function evolve(account: Account, event: any): Account {
  switch (event.type) {
    case "PlanChosen":
      return { ...account, plan: planOf(event) };
    case "PeriodBegan":
      if (account.plan === null) return account;
      return { ...account, invoices: [...account.invoices, { ...account.plan, from: event.data.from }] };
    case "SubscriptionStopped":
      return { ...account, plan: null };
    case "SubscriptionCancelled":
      return { ...account, plan: null };
    default:
      return account; // every other event: nothing changes
  }
}

function planOf({ data, metadata }: any): Plan {
  if (metadata.version === 3) return data;
  const price = metadata.version === 1 ? Math.round(data.price * 100) : data.price;
  const currency = data.currency ?? "EUR";
  const { planId, interval } = plans[`${price} ${currency}`] ?? { planId: null, interval: null };
  return { planId, interval, price, currency };
}
