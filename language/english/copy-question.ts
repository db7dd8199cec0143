/** The buttons that open a question to be copied, and the name of its dialog. */
export const askWords = {
  open: "Copy a question",
  ask: "Copy a question about this",
  title: "Copy a question for someone",
};
