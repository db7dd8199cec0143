/** The dialog with a question to be copied. */
export const questionDialogWords = {
  what: "This text contains your code and the result of the last check. Copy it and send it to someone who can help. This page sends nothing.",
  label: "The question, as text",
  copy: "Copy the question",
  making: "Writing the question …",
  close: "Close",
};

/** The question itself, in Markdown. */
export const questionWords = {
  title: (exercise: string) => `A question about “${exercise}”`,
  exercise: (title: string, id: string) => `Exercise: ${title} (\`${id}\`)`,
  lesson: (lesson: string) => `Lesson: \`${lesson}\``,
  where: (where: string) => `Ran on: ${where}`,
  opens: (link: string) => `Link to this step: ${link}`,
  failing: "The check that fails",
  smallest: "The smallest log on which the code fails",
  noCheck: "No check has failed yet.",
  expected: (expected: string, mine: string) => `Expected \`${expected}\`, mine is \`${mine}\`.`,
  code: "My code",
  mine: "What I have tried, and what I do not understand",
};
