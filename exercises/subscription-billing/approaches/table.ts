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

// solution: plans

const byPrice = new Map(Object.entries(plans));

// solution: Invoice, Account, initialState, evolve
