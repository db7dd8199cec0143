export const hiddenWords = {
  /** Before the text of a field with its hidden characters shown. */
  inField: "This text has hidden characters:",
};
