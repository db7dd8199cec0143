// Looks for the payment's id everywhere, so a refund looks as if it was already counted.
type Books = { paid: Record<string, number>; seen: string[] };

export function initialState(): Books {
  return { paid: {}, seen: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { paymentId, invoiceId, cents } = event.data;
  if (books.seen.includes(paymentId)) return books;
  const seen = [...books.seen, paymentId];
  return book({ ...books, seen }, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
