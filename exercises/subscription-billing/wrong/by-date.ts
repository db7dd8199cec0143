// Takes the version from the date, although an old app still wrote the first version later.
export function upcast(event: StoredEvent): BillingEvent {
  switch (event.type) {
    case "SubscriptionStopped":
      return { ...event, type: "SubscriptionCancelled", data: { reason: event.data.why } };
    case "PlanChosen":
      if ("planId" in event.data) return event as BillingEvent;
      if (event.metadata.occurredAt < "2021") return withPlan(inCents(event as PlanChosenV1));
      return withPlan({ ...event, data: { currency: "EUR", ...event.data } });
    default:
      return event;
  }
}

function inCents({ data, ...event }: PlanChosenV1): PlanChosenV2 {
  const price = Math.round(data.price * 100);
  return { ...event, data: { price, currency: "EUR" }, metadata: { ...event.metadata, version: 2 } };
}

function withPlan({ data, ...event }: PlanChosenV2): BillingEvent {
  const { planId, interval } = plans[`${data.price} ${data.currency}`] ?? { planId: null, interval: null };
  return { ...event, data: { ...data, planId, interval }, metadata: { ...event.metadata, version: 3 } };
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
