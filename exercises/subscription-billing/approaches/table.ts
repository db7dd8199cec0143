// A table of functions by type and version, applied until no function fits any more.
const older: {
  [kind: string]: ((data: any) => { type: string; version: number; data: unknown }) | undefined;
} = {
  "PlanChosen 1": ({ price }) => ({
    type: "PlanChosen",
    version: 2,
    data: { price: Math.round(price * 100), currency: "EUR" },
  }),
  "PlanChosen 2": ({ price, currency }) => {
    const { planId = null, interval = null } = byPrice.get(`${price} ${currency}`) ?? {};
    return { type: "PlanChosen", version: 3, data: { planId, interval, price, currency } };
  },
  "SubscriptionStopped 1": ({ why }) => ({
    type: "SubscriptionCancelled",
    version: 1,
    data: { reason: why },
  }),
};

export function upcast(event: StoredEvent): BillingEvent {
  const read = older[`${event.type} ${event.metadata.version}`]?.(event.data);
  if (!read) return event as BillingEvent;
  const { type, version, data } = read;
  return upcast({ type, data, metadata: { ...event.metadata, version } } as StoredEvent);
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

const byPrice = new Map(Object.entries(plans));

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
