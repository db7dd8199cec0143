import type { Subcommand } from "../authoring/run-subcommand.ts";

/** In the order in which an author meets them. */
export const subcommands: Subcommand[] = [
  {
    name: "check",
    usage: "check [slug …] [--pack <folder>] [--quick] [--accept] [--json] [--show <answer>]",
    says:
      "Proves that each exercise is complete and correct. For each problem it prints file, line and what to do. " +
      "--quick leaves out the mutants. --accept writes the messages that a learner reads to feedback.md. --show prints " +
      "an answer as it is graded: --show wrong/<name>, approaches/<name>, starter or solution.",
    load: () => import("./check/command.ts"),
  },
  {
    name: "new",
    usage:
      "new <slug> [--pack <folder>] [--kind <kind>] [--form predict] [--level class|course] [--title <title>]",
    says:
      "Creates a complete exercise that passes, for you to change, and prints what to do next. Kinds: reducer (without " +
      "--kind), projector, decider, upcaster and call. --form predict: learners predict states. --pack names your own folder instead of the course's.",
    load: () => import("./new/command.ts"),
  },
  {
    name: "logs",
    usage: "logs <slug> [--seed <number>] [--count <number>] [--pack <folder>]",
    says:
      "Prints the first logs that the exercise's generator makes, and how often each type occurs in all of them. --seed: " +
      "those of another check.",
    load: () => import("./logs/command.ts"),
  },
  {
    name: "list",
    usage: "list [--pack <folder>] [--json]",
    says: "Every exercise with its kind, concepts, difficulty, level, lesson, checks (or states to predict) and wrong answers.",
    load: () => import("./list/command.ts"),
  },
  {
    name: "grade",
    usage:
      "grade <slug> <file or folder …> [--out <name>.csv|.json] [--pack <folder>] [--seed <number>] [--watch]",
    says:
      "Grades an answer as the server does: JSON, and exit code 0 (passed), 1 (not passed) or 2 (could not be graded). " +
      "Folders give CSV: a row for every file, .ts files and what learners exported from My log (.ndjson). --out writes " +
      "the results to a file. --watch grades a file at each save and prints the message for people.",
    load: () => import("./grade/command.ts"),
  },
  {
    name: "changed",
    usage: "changed [slug …] [--since <git ref>] [--answers <folder>] [--pack <folder>]",
    says:
      "Lists the stored answers whose grade your change alters: those of the exercises, and those of learners in " +
      "<folder>/<slug>/*.ts. Compares with the last commit, or with --since, and grades only what the change can touch. " +
      "Exit code 1 if there are any.",
    load: () => import("./changed/command.ts"),
  },
  {
    name: "preview",
    usage: "preview <slug> [--pack <folder>]",
    says: "Starts the same as npm run dev, and prints the link to the exercise's own page, which follows your changes.",
    load: () => import("./preview/command.ts"),
  },
];
