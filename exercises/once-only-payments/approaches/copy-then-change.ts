// Copies the state first and then changes the copy, with two lists of what was counted.
type Books = { paid: Record<string, number>; payments: string[]; refunds: string[] };

export function initialState(): Books {
  return { paid: {}, payments: [], refunds: [] };
}

export function evolve(books: Books, event: StudioEvent): Books {
  const { paid, payments, refunds } = books;
  const next: Books = { paid: { ...paid }, payments: [...payments], refunds: [...refunds] };
  if (event.type === "PaymentReceived") {
    const { paymentId, invoiceId, cents } = event.data;
    if (!next.payments.includes(paymentId)) {
      next.payments.push(paymentId);
      next.paid[invoiceId] = (next.paid[invoiceId] ?? 0) + cents;
    }
  } else if (event.type === "RefundPaid") {
    const { invoiceId, cents } = event.data;
    if (!next.refunds.includes(event.metadata.id)) {
      next.refunds.push(event.metadata.id);
      next.paid[invoiceId] = (next.paid[invoiceId] ?? 0) - cents;
    }
  }
  return next;
}
