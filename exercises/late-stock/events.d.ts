// event.metadata.occurredAt says when it happened, always in the form "2026-09-14T09:12:00Z": earlier is smaller.
type StockEvent =
  | EventOf<"GoodsDelivered", { sku: string; qty: number }>
  | EventOf<"GoodsSold", { sku: string; qty: number }>
  /** How many were on the shelf at that time. */
  | EventOf<"StockCounted", { sku: string; qty: number }>;
