// A table of functions by event type; lots stay as they arrived, and spending sorts them and reduces.
type Lot = { purchase: string; points: number; day: string; at: string };
type Lots = Lot[];
type Data = { purchase: string; points: number; date: string };

const byAge = (a: Lot, b: Lot) => (a.at < b.at ? -1 : 1);

const table = new Map<string, (lots: Lots, data: Data, at: string) => Lots>([
  [
    "PointsEarned",
    (lots, { purchase, points }, at) => [...lots, { purchase, points, day: at.slice(0, 10), at }],
  ],
  ["PointsSpent", (lots, { points }) => spent(lots, points)],
  ["PurchaseRefunded", (lots, { purchase }) => lots.filter((lot) => lot.purchase !== purchase)],
  ["DayClosed", (lots, { date }) => lots.filter(({ day }) => day > aYearBefore(date))],
]);

export const initialState = (): { lots: Lots } => ({ lots: [] });

export const evolve = ({ lots }: { lots: Lots }, { type, data, metadata }: CardEvent): { lots: Lots } => ({
  lots: table.get(type)?.(lots, data as Data, metadata.occurredAt) ?? lots,
});

function spent(lots: Lots, points: number): Lots {
  const walk = lots.toSorted(byAge).reduce(
    ({ due, left }, lot) => {
      const rest = Math.max(0, lot.points - due);
      const stillDue = due - (lot.points - rest);
      return { due: stillDue, left: rest === 0 ? left : [...left, { ...lot, points: rest }] };
    },
    { due: points, left: [] as Lots },
  );
  return walk.left;
}

function aYearBefore(date: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(year) - 1}-${month}-${day}`;
}
