// Counts one refund for each payment: the second part of it is taken for the first one again.
type Books = { paid: Record<string, number>; payments: string[]; refunded: string[] };

export function initialState(): Books {
  return { paid: {}, payments: [], refunded: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  switch (event.type) {
    case "PaymentReceived": {
      const { paymentId, invoiceId, cents } = event.data;
      if (books.payments.includes(paymentId)) return books;
      return book({ ...books, payments: [...books.payments, paymentId] }, invoiceId, cents);
    }
    case "RefundPaid": {
      const { paymentId, invoiceId, cents } = event.data;
      if (books.refunded.includes(paymentId)) return books;
      return book({ ...books, refunded: [...books.refunded, paymentId] }, invoiceId, -cents);
    }
    default:
      return books;
  }
}

function book(books: Books, invoiceId: string, cents: number): Books {
  return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
}
