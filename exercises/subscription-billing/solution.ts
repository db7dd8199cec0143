// starter: // Turns an old event into today's event about the same fact. { ...event, … } keeps what stays.
// starter: // Current versions: PlanChosen 3, every other type 1.
// One step for each version: the result of the first goes into the second.
// end starter
export function upcast(event: StoredEvent): BillingEvent {
  // starter: // 1. PlanChosen in version 1: euros become cents, with a currency.
  // starter: // 2. PlanChosen in version 2: find planId and interval in plans, by price and currency.
  // starter: // 3. SubscriptionStopped has another name today, and its why is called reason.
  // starter: return event as BillingEvent; // every other event: as it is
  const { version } = event.metadata;
  if (event.type === "SubscriptionStopped") {
    return { ...event, type: "SubscriptionCancelled", data: { reason: event.data.why } };
  }
  if (event.type === "PlanChosen" && version === 1) return upcast(inCents(event as PlanChosenV1));
  if (event.type === "PlanChosen" && version === 2) return withPlan(event as PlanChosenV2);
  return event as BillingEvent;
}

function inCents({ data, ...event }: PlanChosenV1): PlanChosenV2 {
  const price = Math.round(data.price * 100);
  return { ...event, data: { price, currency: "EUR" }, metadata: { ...event.metadata, version: 2 } };
}

function withPlan({ data, ...event }: PlanChosenV2): BillingEvent {
  const { planId, interval } = plans[`${data.price} ${data.currency}`] ?? { planId: null, interval: null };
  return { ...event, data: { ...data, planId, interval }, metadata: { ...event.metadata, version: 3 } };
  // end starter
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
