// When it happened says event.metadata.occurredAt, always in the form "2026-09-14T09:12:00Z": earlier is smaller.
type StockEvent =
  | EventOf<"GoodsDelivered", { sku: string; qty: number }>
  | EventOf<"GoodsSold", { sku: string; qty: number }>
  /** So many were on the shelf at that moment. */
  | EventOf<"StockCounted", { sku: string; qty: number }>;
