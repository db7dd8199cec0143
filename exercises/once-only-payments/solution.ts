// starter: type Books = { paid: Record<string, number> };
type Books = { paid: Record<string, number>; counted: string[] };
// end starter

export function initialState(): Books {
  // starter: return { paid: {} };
  return { paid: {}, counted: [] };
  // end starter
}

// starter: // A payment has data.paymentId, an event has metadata.id. Which of the two says that a record was counted before?
// end starter
export function evolve(books: Books, event: StudioEvent): Books {
  switch (event.type) {
    // starter: case "PaymentReceived":
    // starter:   return book(books, event.data.invoiceId, event.data.cents); // 1. once for each paymentId
    // starter: case "RefundPaid":
    // starter:   return book(books, event.data.invoiceId, -event.data.cents); // 2. once for each event
    // starter: default:
    // starter:   return books; // every other event: nothing changes
    case "PaymentReceived":
      return once(books, event.data.paymentId, event.data.invoiceId, event.data.cents);
    case "RefundPaid":
      return once(books, event.metadata.id, event.data.invoiceId, -event.data.cents);
    default:
      return books;
    // end starter
  }
}

// starter: function book(books: Books, invoiceId: string, cents: number): Books {
// starter:   return { ...books, paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents } };
/** Adds the cents, unless a fact with this name was counted before. */
function once(books: Books, name: string, invoiceId: string, cents: number): Books {
  if (books.counted.includes(name)) return books;
  return {
    paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents },
    counted: [...books.counted, name],
  };
  // end starter
}
