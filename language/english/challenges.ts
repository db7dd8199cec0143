import { number } from "../numbers.ts";

export const challengeWords = {
  title: "Challenges",
  description:
    "Every exercise of the course on event sourcing with Kafka, by concept, kind and difficulty, and today’s exercise for everybody.",
  lead: "Every exercise of the course, the easiest first. Each is checked on a log you can see and on hundreds you cannot. What you have begun and passed is remembered in this browser. Par is the fewest statements in a right answer that we know; it is there to play against.",
  /** What to expect of each difficulty, from 1 to 5. */
  difficulties: [
    { title: "First steps", says: "A rule or two, and a log that keeps to them." },
    { title: "One idea that bites", says: "The log holds something that one does not expect." },
    { title: "In earnest", says: "The state has to remember more than it shows." },
    { title: "Hard", says: "Records come late, from two hands, or from another time." },
    { title: "Nasty", says: "All of it, and the process may stop in between." },
  ],
  lesson: (lesson: number) => `lesson ${lesson}`,
  par: (statements: number) => `par ${number(statements)}`,
  pack: "A pack",
  packSays: "From a folder that the server was started with.",
  exercise: "An exercise",
  today: "Today’s exercise",
  finding: "Finding today’s exercise",
  todaySays: "The same one for everybody, on the same hidden logs, until midnight (UTC).",
};

export const filterWords = {
  name: "Filters",
  concept: "Concept",
  kind: "Kind",
  difficulty: "Difficulty",
  progress: "State",
  all: "all",
  showAll: "Show all",
};
