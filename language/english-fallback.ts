const isGroup = (said: unknown): said is Record<string, unknown> =>
  typeof said === "object" && said !== null && !Array.isArray(said);

/** The names of all that a room says: "tape", "tape.skipped". */
export function keysOf(room: object): string[] {
  return Object.entries(room).flatMap(([name, said]) => [
    name,
    ...(isGroup(said) ? keysOf(said).map((key) => `${name}.${key}`) : []),
  ]);
}

/** What a language says, and in English what it does not say yet. */
export function withEnglishFallback<Room extends object>(english: Room, theirs: object): Room {
  const over = Object.entries(theirs).map(([name, said]) => {
    const first: unknown = english[name as keyof Room];
    return [name, isGroup(first) && isGroup(said) ? withEnglishFallback(first, said) : said];
  });
  return { ...english, ...Object.fromEntries(over) };
}
