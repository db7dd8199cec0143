/** Limits of the database lab that a page knows too. */
export const databaseLimits = {
  /** Of a setup or a script, in characters. */
  scriptCharacters: 4_000,
  /** Statements of one script. */
  statements: 5,
  /** All interleavings of two scripts of that length. */
  interleavings: 252,
  /** Rows of an answer that are kept, and characters of one value. */
  rows: 50,
  cellCharacters: 200,
  /** Tables that are drawn, and rows of each. */
  tables: 3,
  tableRows: 12,
} as const;
