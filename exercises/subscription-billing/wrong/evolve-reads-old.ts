// Lets evolve read the old events, although it was finished.
export function upcast(event: StoredEvent): BillingEvent {
  return event as BillingEvent;
}

// The price list of the years before version 3, by price and currency. No two plans had the same price.
const plans: Record<string, Pick<Plan, "planId" | "interval">> = {
  "435 EUR": { planId: "student", interval: "month" },
  "990 EUR": { planId: "reader", interval: "month" },
  "9900 EUR": { planId: "reader", interval: "year" },
  "1990 EUR": { planId: "family", interval: "month" },
  "990 CHF": { planId: "student", interval: "month" },
  "1190 CHF": { planId: "reader", interval: "month" },
};

type Invoice = Plan & { from: string };
type Account = { plan: Plan | null; invoices: Invoice[] };

export function initialState(): Account {
  return { plan: null, invoices: [] };
}

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
