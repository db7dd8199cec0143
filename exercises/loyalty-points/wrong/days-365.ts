// Takes 365 days for a year.
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
      return { lots: lots.filter(({ earnedAt }) => lastDay(earnedAt) > event.data.date) };
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

function lastDay(earnedAt: string): string {
  return new Date(Date.parse(earnedAt) + 365 * 24 * 60 * 60_000).toISOString().slice(0, 10);
}
