/** Says that there is no such name, and which one was meant or which there are. */
export function notKnown(what: string, asked: string, names: string[]): string {
  const nearest = nearestOf(asked, names);
  if (nearest !== undefined) return `There is no ${what} ${asked}. Did you mean ${nearest}?`;
  const listed = names.length > 0 ? ` There are: ${names.join(", ")}.` : "";
  return `There is no ${what} ${asked}.${listed}`;
}

/** The name that is nearest to what was typed, if it is near enough to have been meant. */
export function nearestOf(asked: string, names: string[]): string | undefined {
  const near = names
    .map((name) => ({ name, away: distance(asked, name) }))
    .filter(
      ({ name, away }) => name.startsWith(asked) || away <= Math.max(1, Math.floor((name.length + 1) / 3)),
    )
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.name;
}

/** How many letters must be put in, taken out or changed: Levenshtein's distance, row by row (Wagner and Fischer 1974). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] as number) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
