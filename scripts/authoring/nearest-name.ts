import { distance } from "fastest-levenshtein";

/** Says that there is no such name, and which one was meant or which there are. */
export function describeUnknown(what: string, asked: string, names: string[]): string {
  const nearest = nearestName(asked, names);
  if (nearest !== undefined) return `There is no ${what} ${asked}. Did you mean ${nearest}?`;
  const listed = names.length > 0 ? ` There are: ${names.join(", ")}.` : "";
  return `There is no ${what} ${asked}.${listed}`;
}

/** The name that is nearest to what was typed, if it is near enough to have been meant. */
export function nearestName(asked: string, names: string[]): string | undefined {
  const near = names
    .map((name) => ({ name, away: distance(asked, name) }))
    .filter(
      ({ name, away }) => name.startsWith(asked) || away <= Math.max(1, Math.floor((name.length + 1) / 3)),
    )
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.name;
}
