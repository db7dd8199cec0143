type Books = { paid: Record<string, number> };

export function initialState(): Books {
  return { paid: {} };
}

// A payment has data.paymentId, an event has metadata.id. Which of the two says that a record was counted before?
export function evolve(books: Books, event: StudioEvent): Books {
  switch (event.type) {
    case "PaymentReceived":
      return book(books, event.data.invoiceId, event.data.cents); // 1. once for each paymentId
    case "RefundPaid":
      return book(books, event.data.invoiceId, -event.data.cents); // 2. once for each event
    default:
      return books; // every other event: nothing changes
  }
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
