/** Most lines, and most characters, that this browser keeps; compaction begins beyond them. */
export const bounds = { records: 2_000, characters: 500_000 };
