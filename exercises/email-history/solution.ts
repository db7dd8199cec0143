type Customer = {
  current: string;
  firstUsed: Record<string, string>;
  changes: number;
};

export function initialState(): Customer {
  return { current: "", firstUsed: {}, changes: 0 };
}

// event.metadata.occurredAt says when the event happened.
export function evolve(customer: Customer, event: CustomerEvent): Customer {
  switch (event.type) {
    case "Registered": {
      const { email } = event.data;
      return { ...customer, current: email, firstUsed: { [email]: event.metadata.occurredAt } };
    }
    // starter: // EmailChanged: write this case. Each of the three parts changes in its own way.
    case "EmailChanged": {
      const { email } = event.data;
      return {
        current: email,
        firstUsed: {
          ...customer.firstUsed,
          [email]: customer.firstUsed[email] ?? event.metadata.occurredAt,
        },
        changes: customer.changes + 1,
      };
    }
    // end starter
    default:
      return customer; // every other event: nothing changes
  }
}
