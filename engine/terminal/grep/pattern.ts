/** What one character has to be. */
export type CharacterTest = (character: string) => boolean;

export type Edge =
  | "start"
  | "end"
  | "word-edge"
  | "no-word-edge"
  | "word-start"
  | "word-end"
  | "no-word-before"
  | "no-word-after";

/** A regular expression as a tree. */
export type Pattern =
  | { kind: "character"; test: CharacterTest }
  | { kind: "edge"; edge: Edge }
  | { kind: "sequence"; parts: Pattern[] }
  | { kind: "alternatives"; parts: Pattern[] }
  | { kind: "repeat"; part: Pattern; least: number; most: number };

export const isWord: CharacterTest = (character) => /[\p{L}\p{N}_]/u.test(character);
