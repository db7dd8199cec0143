// Recognises an event, but not a payment that was tried a second time under a new event id.
type Books = { paid: Record<string, number>; seen: string[] };

export function initialState(): Books {
  return { paid: {}, seen: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  if (books.seen.includes(event.metadata.id)) return books;
  const { invoiceId, cents } = event.data;
  const seen = [...books.seen, event.metadata.id];
  return book({ ...books, seen }, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
