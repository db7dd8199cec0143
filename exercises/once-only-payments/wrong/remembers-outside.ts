// Keeps what it has counted outside the state, where the next fold of the same log finds it.
type Books = { paid: Record<string, number> };

export function initialState(): Books {
  return { paid: {} };
}

const counted = new Set<string>();

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { paymentId, invoiceId, cents } = event.data;
  const name = event.type === "PaymentReceived" ? paymentId : event.metadata.id;
  if (counted.has(name)) return books;
  counted.add(name);
  return book(books, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
