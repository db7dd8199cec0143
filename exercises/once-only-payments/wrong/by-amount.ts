// Takes a payment of the same amount on the same invoice for the same payment.
type Books = { paid: Record<string, number>; seen: string[] };

export function initialState(): Books {
  return { paid: {}, seen: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { invoiceId, cents } = event.data;
  const name = `${event.type} ${invoiceId} ${cents}`;
  if (books.seen.includes(name)) return books;
  const seen = [...books.seen, name];
  return book({ ...books, seen }, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
