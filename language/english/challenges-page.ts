import { number } from "../numbers.ts";

export const challengeWords = {
  title: "Challenges",
  description:
    "Every exercise of the course on event sourcing with Kafka, by concept, kind and difficulty, and today’s exercise for everybody.",
  lead: "Every exercise of the course, easiest first. Each is checked on one log that you can see and on hundreds of generated logs. This browser remembers what you started and passed. “Par” is the number of statements in the shortest correct answer that we know. Try to reach par, or ignore it.",
  /** What to expect of each difficulty, from 1 to 5. */
  difficulties: [
    { title: "First steps", says: "One or two rules, and a log that follows them." },
    { title: "One surprise", says: "The log contains something you do not expect." },
    { title: "More to remember", says: "The state has to remember more than it shows." },
    { title: "Hard", says: "Records arrive late, from two writers at once, or in an old version." },
    {
      title: "Nasty",
      says: "Late records, two writers or old versions, and the process may crash at any point.",
    },
  ],
  lesson: (lesson: number) => `lesson ${lesson}`,
  par: (statements: number) => `par ${number(statements)}`,
  pack: "A pack",
  packSays: "From a folder that the operator gave the server.",
  exercise: "An exercise",
  today: "Today’s exercise",
  finding: "Finding today’s exercise",
  todaySays: "The same exercise for everybody, with the same generated logs, until midnight (UTC).",
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
