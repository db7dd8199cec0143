// solution: Customer, initialState

export function evolve(customer: Customer, event: CustomerEvent): Customer {
  switch (event.type) {
    case "Registered": {
      const { email } = event.data;
      return { ...customer, current: email, firstUsed: { [email]: event.metadata.occurredAt } };
    }
    // order
    case "EmailChanged": {
      const { email } = event.data;
      if (customer.firstUsed[email]) return customer; // decoy
      const known = customer.firstUsed[email];
      const time = known ?? event.metadata.occurredAt;
      const time = event.metadata.occurredAt; // decoy
      const firstUsed = { ...customer.firstUsed, [email]: time };
      const changes = customer.changes + 1;
      return { current: email, firstUsed, changes };
    }
    // end of order
    default:
      return customer; // every other event: nothing changes
  }
}
