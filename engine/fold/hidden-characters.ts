/** Characters that turn the direction of a line, take no room, or mark what cannot be seen. Tabs and line ends stay. */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/** A joiner between two letters or signs is a part of how they are written, as in Persian or in an emoji of a family. */
const joined =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}])/gu;

/**
 * A text of a log or of the learner's code as a page shows it: invisible characters are named, such as
 * `U+202E`, so that no text reads as another.
 */
export function showHidden(text: string): string {
  const kept = new Set(Array.from(text.matchAll(joined), ({ index }) => index));
  return text.replace(hidden, (character, index: number) =>
    kept.has(index)
      ? character
      : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}
