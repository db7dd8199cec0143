// Remembers only the record before this one, as if a repeated record always came next.
type Books = { paid: Record<string, number>; last: string[] };

export function initialState(): Books {
  return { paid: {}, last: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { paymentId, invoiceId, cents } = event.data;
  const name = event.type === "PaymentReceived" ? paymentId : event.metadata.id;
  if (books.last.includes(name)) return books;
  return book({ ...books, last: [name] }, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
