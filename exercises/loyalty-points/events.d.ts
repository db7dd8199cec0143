type CardEvent =
  /** A purchase was paid; `occurredAt` says when. A till that is offline sends it later. */
  | EventOf<"PointsEarned", { purchase: string; points: number }>
  | EventOf<"PointsSpent", { reward: string; points: number }>
  | EventOf<"PurchaseRefunded", { purchase: string }>
  /** The day `date` is over, for example "2023-08-20". The record itself is written after midnight. */
  | EventOf<"DayClosed", { date: string }>;
