/** "I know this", at the head of a lesson. */
export const knowing = {
  claim: "I know this",
  explains: (title: string) => `Pass “${title}” and the lesson counts as known.`,
  known: "You know this: its hardest exercise is passed.",
};
