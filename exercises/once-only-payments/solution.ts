type Books = { paid: Record<string, number>; counted: string[] };

export function initialState(): Books {
  return { paid: {}, counted: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  switch (event.type) {
    case "PaymentReceived":
      return once(books, event.data.paymentId, event.data.invoiceId, event.data.cents);
    case "RefundPaid":
      return once(books, event.metadata.id, event.data.invoiceId, -event.data.cents);
    default:
      return books;
  }
}

/** Adds the cents, unless a fact with this name was counted before. */
function once(books: Books, name: string, invoiceId: string, cents: number): Books {
  if (books.counted.includes(name)) return books;
  return {
    paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents },
    counted: [...books.counted, name],
  };
}
