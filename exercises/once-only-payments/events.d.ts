// What the log of the studio may hold. Money is in cents.
type StudioEvent =
  | EventOf<"InvoiceSent", { invoiceId: string; cents: number }>
  /** `paymentId` names the attempt to pay: the terminal keeps it when it tries again. */
  | EventOf<"PaymentReceived", { paymentId: string; invoiceId: string; cents: number }>
  /** Pays back a part of the payment `paymentId`, or all of it. */
  | EventOf<"RefundPaid", { paymentId: string; invoiceId: string; cents: number }>;
