type Lot = { purchase: string; points: number; earnedAt: string };
// starter: type Card = { lots: Lot[] };
type Card = { lots: Lot[] }; // in the order in which they were earned
// end starter

export function initialState(): Card {
  return { lots: [] };
}

export function evolve({ lots }: Card, event: CardEvent): Card {
  switch (event.type) {
    // starter: // 1. This adds a lot at the end. Is the end its place?
    // starter: case "PointsEarned":
    // starter:   return { lots: [...lots, { ...event.data, earnedAt: event.metadata.occurredAt }] };
    // starter: // 2. PointsSpent: take from the lot that was earned first, then from the next.
    // starter: // 3. PurchaseRefunded: take back what is left of this purchase.
    // starter: // 4. DayClosed: what was earned twelve months ago or earlier is gone.
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
    // end starter
    default:
      return { lots }; // every other event: nothing changes
  }
}
// starter:

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
// end starter
