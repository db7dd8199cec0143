/** Hundredths of a percent in a whole, and the days of a year at this bank. */
const basisPointsInOne = 10_000;
export const daysOfYear = 365;

/** Interest in cents before it is rounded. `year` is in days, for those who take another one. */
export function exactInterest(cents: number, days: number, basisPoints: number, year = daysOfYear): number {
  return (cents * days * basisPoints) / (year * basisPointsInOne);
}

/** Interest in whole cents, as the bank pays it. */
export function interestOf(cents: number, days: number, basisPoints: number): number {
  return Math.round(exactInterest(cents, days, basisPoints));
}

/** Whether two right ways to compute the interest could round it differently: it is almost half a cent. */
export function isNearHalf(exact: number): boolean {
  return Math.abs((exact % 1) - 0.5) < 0.01;
}

/** "22.59" */
export function inHundredths(exact: number): string {
  return exact.toFixed(2);
}
