// Remembers every use in a list, and computes the three parts from the list.
type Use = { email: string; at: string };
type Customer = { uses: Use[]; current: string; firstUsed: Record<string, string>; changes: number };

export function initialState(): Customer {
  return summaryOf([]);
}

export function evolve(customer: Customer, event: CustomerEvent): Customer {
  if (event.type !== "Registered" && event.type !== "EmailChanged") return customer;
  return summaryOf([...customer.uses, { email: event.data.email, at: event.metadata.occurredAt }]);
}

function summaryOf(uses: Use[]): Customer {
  return {
    uses,
    current: uses.at(-1)?.email ?? "",
    firstUsed: Object.fromEntries(uses.toReversed().map(({ email, at }) => [email, at])),
    changes: Math.max(0, uses.length - 1),
  };
}
