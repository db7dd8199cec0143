// A list of steps, each from one type and version to the next, folded over the event with reduce.
type Step = {
  type: string;
  version: number;
  to: (data: any) => { type?: string; version?: number; data: unknown };
};

const steps: Step[] = [
  {
    type: "SubscriptionStopped",
    version: 1,
    to: ({ why }) => ({ type: "SubscriptionCancelled", data: { reason: why } }),
  },
  {
    type: "PlanChosen",
    version: 1,
    to: ({ price }) => ({ version: 2, data: { price: Math.round(price * 100), currency: "EUR" } }),
  },
  {
    type: "PlanChosen",
    version: 2,
    to: (data) => ({
      version: 3,
      data: { ...(plans[`${data.price} ${data.currency}`] ?? { planId: null, interval: null }), ...data },
    }),
  },
];

export function upcast(event: StoredEvent): BillingEvent {
  return steps.reduce<any>((read, { type, version, to }) => {
    if (read.type !== type || read.metadata.version !== version) return read;
    const next = to(read.data);
    const metadata = { ...read.metadata, version: next.version ?? version };
    return { type: next.type ?? type, data: next.data, metadata };
  }, event);
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
