// Counts payments once, and every refund as often as it comes.
type Books = { paid: Record<string, number>; payments: string[] };

export function initialState(): Books {
  return { paid: {}, payments: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  switch (event.type) {
    case "PaymentReceived": {
      const { paymentId, invoiceId, cents } = event.data;
      if (books.payments.includes(paymentId)) return books;
      return book({ ...books, payments: [...books.payments, paymentId] }, invoiceId, cents);
    }
    case "RefundPaid":
      return book(books, event.data.invoiceId, -event.data.cents);
    default:
      return books;
  }
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
