/** The buttons that open a question to be copied, and the name of its dialog. */
export const askWords = {
  open: "Ask someone",
  ask: "Ask someone about this",
  title: "Ask someone: a question to copy",
};
