import { distance } from "fastest-levenshtein";

/** Shorter words have too many neighbours: "lag" is one letter from "log". */
const shortest = 4;

/** How many letters may differ. */
const mostChanges = (word: string) => (word.length < 6 ? 1 : 2);

/** The course's word that is nearly the one that was typed, such as "offset" for "ofset"; null if none is near. */
function nearWord(typed: string, words: string[]): string | null {
  if (typed.length < shortest || words.some((word) => word.startsWith(typed))) return null;
  const near = words
    .map((word) => ({ word, changes: distance(typed, word) }))
    .filter(({ changes }) => changes <= mostChanges(typed))
    .toSorted((one, other) => one.changes - other.changes);
  return near[0]?.word ?? null;
}

/**
 * The question with its misspelt words replaced by words of the course, or null if nothing changes. A word that
 * `isKnown` finds on some page is not misspelt.
 */
export async function correctSpelling(
  asked: string,
  words: string[],
  isKnown: (word: string) => Promise<boolean>,
): Promise<string | null> {
  const single = words.flatMap((word) => word.toLowerCase().split(" "));
  const typed = asked.toLowerCase().split(/\s+/);
  const corrected = await Promise.all(
    typed.map(async (word) => {
      const near = nearWord(word, single);
      return near === null || (await isKnown(word)) ? word : near;
    }),
  );
  return corrected.join(" ") === typed.join(" ") ? null : corrected.join(" ");
}
