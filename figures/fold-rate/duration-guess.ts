/** The guesses how long a fold takes, each up to so many seconds. */
export const durationGuesses = [
  ["tenth", 0.1],
  ["seconds", 10],
  ["minutes", 600],
  ["longer", Number.POSITIVE_INFINITY],
] as const;

export type DurationGuess = (typeof durationGuesses)[number][0];

/** The guess that a measured time proves right. */
export function rightGuess(seconds: number): DurationGuess {
  return durationGuesses.find(([, most]) => seconds < most)?.[0] ?? "longer";
}
