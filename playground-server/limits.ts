/** Limits of what a request holds, checked by its schema. Lengths are in characters. */
export const requestLimits = {
  /** How deep values in a request may be nested: past it they would end in a stack overflow far from here. */
  jsonDepth: 100,
  commands: 1_000,
  args: 20,
  predictions: 100,
  slicePartitions: 100,
  keyCharacters: 1_000,
  givenValueCharacters: 1_000_000,
} as const;
