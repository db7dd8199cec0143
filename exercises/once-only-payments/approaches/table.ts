// A table that gives, by event type, the name of a record and its amount.
type Books = { paid: Record<string, number>; counted: Record<string, true> };
type Entry = { name: string; invoiceId: string; cents: number };

const entries: { [type: string]: ((event: any) => Entry) | undefined } = {
  PaymentReceived: ({ data }) => ({ name: data.paymentId, invoiceId: data.invoiceId, cents: data.cents }),
  RefundPaid: ({ data, metadata }) => ({ name: metadata.id, invoiceId: data.invoiceId, cents: -data.cents }),
};

export function initialState(): Books {
  return { paid: {}, counted: {} };
}

export function evolve(books: Books, event: StudioEvent): Books {
  const entry = entries[event.type]?.(event);
  if (!entry || Object.hasOwn(books.counted, entry.name)) return books;
  const { name, invoiceId, cents } = entry;
  return {
    paid: { ...books.paid, [invoiceId]: (books.paid[invoiceId] ?? 0) + cents },
    counted: { ...books.counted, [name]: true },
  };
}
