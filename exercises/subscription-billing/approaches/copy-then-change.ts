// Imperative: copies the event first, then changes the copy, one version after the other.
export function upcast(event: StoredEvent): BillingEvent {
  const next: any = { type: event.type, data: { ...event.data }, metadata: { ...event.metadata } };
  if (next.type === "SubscriptionStopped") {
    next.type = "SubscriptionCancelled";
    next.data = { reason: next.data.why };
  }
  if (next.type === "PlanChosen" && next.metadata.version === 1) {
    next.data.price = Number((next.data.price * 100).toFixed(0));
    next.data.currency = "EUR";
    next.metadata.version = 2;
  }
  if (next.type === "PlanChosen" && next.metadata.version === 2) {
    const plan = plans[`${next.data.price} ${next.data.currency}`];
    next.data.planId = plan ? plan.planId : null;
    next.data.interval = plan ? plan.interval : null;
    next.metadata.version = 3;
  }
  return next;
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
export function evolve(account: Account, event: BillingEvent): Account {
  switch (event.type) {
    case "PlanChosen":
      return { ...account, plan: event.data };
    case "PeriodBegan":
      if (account.plan === null) return account;
      return { ...account, invoices: [...account.invoices, { ...account.plan, from: event.data.from }] };
    case "SubscriptionCancelled":
      return { ...account, plan: null };
    default:
      return account; // every other event: nothing changes
  }
}
