/** What is agreed with a reader. Null: nobody knows. */
type Plan = {
  planId: string | null;
  interval: "month" | "year" | null;
  /** In whole cents. */
  price: number;
  currency: string;
};

// Today's events: what evolve knows, and what upcast returns.
type BillingEvent =
  /** `metadata.version` is 3. */
  | EventOf<"PlanChosen", Plan>
  | EventOf<"PeriodBegan", { from: string }>
  | EventOf<"SubscriptionCancelled", { reason: string }>;

// What the log may hold.
type StoredEvent =
  | BillingEvent
  | PlanChosenV1
  | PlanChosenV2
  | EventOf<"SubscriptionStopped", { why: string }>;
/** The price is in euros. */
type PlanChosenV1 = EventOf<"PlanChosen", { price: number }>;
/** The price is in whole cents of the currency. */
type PlanChosenV2 = EventOf<"PlanChosen", { price: number; currency: string }>;
