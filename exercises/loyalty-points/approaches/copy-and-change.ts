// Imperative: copies every lot first, then changes the copies.
type Lot = { purchase: string; points: number; earned: number; lastDay: string };
type Card = { lots: Lot[] };

// solution: initialState

export function evolve(before: Card, event: CardEvent): Card {
  let lots = before.lots.map((lot) => ({ ...lot }));
  if (event.type === "PointsEarned") {
    const earned = new Date(event.metadata.occurredAt);
    const last = new Date(earned);
    last.setUTCFullYear(last.getUTCFullYear() + 1);
    const lot = { ...event.data, earned: earned.getTime(), lastDay: last.toISOString().slice(0, 10) };
    let place = lots.length;
    while (place > 0 && lots[place - 1].earned > lot.earned) place -= 1;
    lots.splice(place, 0, lot);
  } else if (event.type === "PointsSpent") {
    let due = event.data.points;
    for (const lot of lots) {
      const taken = Math.min(due, lot.points);
      lot.points -= taken;
      due -= taken;
    }
  } else if (event.type === "PurchaseRefunded") {
    for (const lot of lots) if (lot.purchase === event.data.purchase) lot.points = 0;
  } else if (event.type === "DayClosed") {
    lots = lots.filter((lot) => event.data.date < lot.lastDay);
  }
  return { lots };
}
