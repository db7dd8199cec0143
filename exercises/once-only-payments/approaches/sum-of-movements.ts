// Keeps every movement of money under its name, and adds them up again with reduce.
type Movement = { invoiceId: string; cents: number };
type Books = { paid: Record<string, number>; movements: Record<string, Movement> };

export function initialState(): Books {
  return { paid: {}, movements: {} };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { paymentId, invoiceId, cents } = event.data;
  const movement: [string, Movement] =
    event.type === "PaymentReceived"
      ? [`payment ${paymentId}`, { invoiceId, cents }]
      : [`refund ${event.metadata.id}`, { invoiceId, cents: -cents }];
  // A name that comes again repeats the same fact.
  const movements = Object.fromEntries(new Map([...Object.entries(books.movements), movement]));
  const paid = Object.values(movements).reduce<Record<string, number>>(
    (sums, each) => ({ ...sums, [each.invoiceId]: (sums[each.invoiceId] ?? 0) + each.cents }),
    {},
  );
  return { paid, movements };
}
