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

// solution: plans, Invoice, Account, initialState, evolve
