/** A database table that keeps the newest value of each cell. */
export const overwrittenTableWords = { noRows: "no rows" };

/** A log in a row, and how far its reader has come. */
export const stripWords = { unread: (reader: string) => `not yet in ${reader}` };

/** What a figure says of a guess, before it gives the answer. */
export const guessWords = { right: "Correct.", wrong: "Not quite." };
