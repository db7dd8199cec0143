/** A count with its noun: "1 record", "3 records". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "There is 1 hint." "There are 3 hints." "There is no hint." */
export function thereAre(count: number, noun: string): string {
  if (count === 0) return `There is no ${noun}.`;
  return `There ${count === 1 ? "is" : "are"} ${countOf(count, noun)}.`;
}
