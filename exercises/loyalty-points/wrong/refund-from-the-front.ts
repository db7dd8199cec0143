// Takes what the purchase earned from the oldest points, as if it were spent.
type Lot = { purchase: string; points: number; earnedAt: string };
type Card = { lots: Lot[]; earned: Record<string, number> }; // in the order in which they were earned

export function initialState(): Card {
  return { lots: [], earned: {} };
}

export function evolve({ lots, earned }: Card, event: CardEvent): Card {
  switch (event.type) {
    case "PointsEarned": {
      const lot = { ...event.data, earnedAt: event.metadata.occurredAt };
      const sorted = [...lots, lot].toSorted((a, b) => Date.parse(a.earnedAt) - Date.parse(b.earnedAt));
      return { lots: sorted, earned: { ...earned, [lot.purchase]: lot.points } };
    }
    case "PointsSpent":
      return { lots: withoutPoints(lots, event.data.points), earned };
    case "PurchaseRefunded":
      return { lots: withoutPoints(lots, earned[event.data.purchase] ?? 0), earned };
    case "DayClosed":
      return { lots: lots.filter(({ earnedAt }) => lastDay(earnedAt) > event.data.date), earned };
    default:
      return { lots, earned }; // every other event: nothing changes
  }
}

function withoutPoints(lots: Lot[], points: number): Lot[] {
  let due = points;
  return lots.map((lot) => {
    const taken = Math.min(lot.points, due);
    due -= taken;
    return { ...lot, points: lot.points - taken };
  });
}

// "2022-08-20T09:30:00Z" gives "2023-08-20". Dates written like this are ordered as text.
function lastDay(earnedAt: string): string {
  return Number(earnedAt.slice(0, 4)) + 1 + earnedAt.slice(4, 10);
}
