// Skips what it has read up to an offset: right for a second delivery, wrong for a second append.
type Books = { paid: Record<string, number>; next: number };

export function initialState(): Books {
  return { paid: {}, next: 0 };
}

export function evolve(books: Books, event: StudioEvent): Books {
  const { offset } = event.metadata.position;
  if (offset < books.next) return books;
  const seen = { ...books, next: offset + 1 };
  switch (event.type) {
    case "PaymentReceived":
      return book(seen, event.data.invoiceId, event.data.cents);
    case "RefundPaid":
      return book(seen, event.data.invoiceId, -event.data.cents);
    default:
      return seen;
  }
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
