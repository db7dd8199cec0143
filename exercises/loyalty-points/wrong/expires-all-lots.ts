// Removes all points when the oldest are twelve months old.
type Lot = { purchase: string; points: number; earnedAt: string };
type Card = { lots: Lot[] }; // in the order in which they were earned

export function initialState(): Card {
  return { lots: [] };
}

export function evolve({ lots }: Card, event: CardEvent): Card {
  switch (event.type) {
    case "PointsEarned": {
      const lot = { ...event.data, earnedAt: event.metadata.occurredAt };
      return { lots: [...lots, lot].toSorted((a, b) => Date.parse(a.earnedAt) - Date.parse(b.earnedAt)) };
    }
    case "PointsSpent":
      return { lots: withoutPoints(lots, event.data.points) };
    case "PurchaseRefunded":
      return { lots: lots.filter(({ purchase }) => purchase !== event.data.purchase) };
    case "DayClosed":
      return {
        lots: lots.some(({ earnedAt, points }) => points > 0 && lastDay(earnedAt) <= event.data.date)
          ? []
          : lots,
      };
    default:
      return { lots }; // every other event: nothing changes
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
