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

// solution: plans, Invoice, Account, initialState, evolve
