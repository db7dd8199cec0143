// Copies the customer first and changes the copy.
// solution: Customer, initialState

export function evolve(customer: Customer, event: CustomerEvent): Customer {
  const next = { ...customer, firstUsed: { ...customer.firstUsed } };
  if (event.type === "Registered" || event.type === "EmailChanged") {
    next.current = event.data.email;
    next.firstUsed[event.data.email] ??= event.metadata.occurredAt;
    if (event.type === "EmailChanged") next.changes += 1;
  }
  return next;
}
