export const askWords = {
  open: "Ask",
  ask: "Ask about this",
  title: "Ask somebody",
  what: "This text holds your code and what went wrong. Read it, copy it, and send it to whom you like: nothing is sent from here.",
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
  where: (where: string) => `It ran on: ${where}`,
  opens: (link: string) => `Opens this very step: ${link}`,
  failing: "The check that fails",
  smallest: "The smallest log that fails",
  noCheck: "No check has failed yet.",
  expected: (expected: string, mine: string) => `Expected \`${expected}\`, mine is \`${mine}\`.`,
  code: "My code",
  mine: "What I have tried, and what I do not understand",
};
