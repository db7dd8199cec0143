/** The list of lessons; the learner's progress is in progress.ts. */
export const courseWords = {
  title: "The thirty lessons",
  description: "The course on event sourcing with Kafka: thirty lessons in seven modules.",
  lead: "Seven modules, each built on the ones before it. Lessons with a link are written; the others are planned. This browser remembers what you have passed.",
};
