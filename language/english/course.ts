/** The list of lessons; how far somebody has come stands in progress.ts. */
export const courseWords = {
  title: "The thirty lessons",
  description: "The course on event sourcing with Kafka: thirty lessons in seven modules.",
  lead: "Seven modules, in the order in which one thing needs the other. Lessons with a link are written; the others are planned. What you have passed is remembered in this browser.",
};
