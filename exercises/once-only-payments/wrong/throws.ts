// Refuses what it has seen before, although a fold can refuse nothing.
type Books = { paid: Record<string, number>; counted: string[] };

export function initialState(): Books {
  return { paid: {}, counted: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  if (event.type !== "PaymentReceived" && event.type !== "RefundPaid") return books;
  const { paymentId, invoiceId, cents } = event.data;
  const name = event.type === "PaymentReceived" ? paymentId : event.metadata.id;
  if (books.counted.includes(name)) throw new Error(`${name} was counted before`);
  const counted = [...books.counted, name];
  return book({ ...books, counted }, invoiceId, event.type === "RefundPaid" ? -cents : cents);
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
