/** "I know this", at the head of a lesson. */
export const knowing = {
  claim: "I know this already",
  explains: (title: string) =>
    `Solve the exercise “${title}”. When its checks pass, this lesson counts as known.`,
  known: "You passed the exercise for this lesson. The lesson counts as known.",
};
