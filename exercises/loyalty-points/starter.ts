type Lot = { purchase: string; points: number; earnedAt: string };
type Card = { lots: Lot[] };

export function initialState(): Card {
  return { lots: [] };
}

export function evolve({ lots }: Card, event: CardEvent): Card {
  switch (event.type) {
    // 1. This adds a lot at the end. Is the end its place?
    case "PointsEarned":
      return { lots: [...lots, { ...event.data, earnedAt: event.metadata.occurredAt }] };
    // 2. PointsSpent: take from the lot that was earned first, then from the next.
    // 3. PurchaseRefunded: take back what is left of this purchase.
    // 4. DayClosed: what was earned twelve months ago or earlier is gone.
    default:
      return { lots }; // every other event: nothing changes
  }
}
