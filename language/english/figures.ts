/** A database table that keeps the newest value of each cell. */
export const overwrittenTableWords = { noRows: "no rows" };

/** A log in a row, and how far its reader has come. */
export const stripWords = { unread: (reader: string) => `not yet in ${reader}` };

/** Whether a guess was right. */
export const guessWords = { right: "Correct.", wrong: "Not quite." };

/** A figure that is moved through a log. */
export const stepSliderWords = {
  back: "Back",
  step: "Step",
  place: (offset: number) => (offset < 0 ? "before offset 0" : `offset ${offset}`),
};
