import { distance } from "fastest-levenshtein";

/** The name that is fewest changes away from what was typed, or null where none is near. */
export function nearestName(typed: string, names: string[]): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const name of names) {
    const changes = distance(typed, name);
    if (changes < least) {
      best = name;
      least = changes;
    }
  }
  return best;
}
