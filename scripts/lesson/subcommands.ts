import type { Subcommand } from "../authoring/run-subcommand.ts";

/** In the order in which an author meets them. */
export const subcommands: Subcommand[] = [
  {
    name: "new",
    usage: "new <slug> [--exercise <id>]",
    says:
      "Creates a lesson that builds, for you to change, and prints what to do next. The slug is one that " +
      "lessons/course.ts plans. --exercise names the exercise that it begins with.",
    load: () => import("./new/command.ts"),
  },
  {
    name: "check",
    usage: "check [slug …]",
    says:
      "Says whether each lesson is complete: its parts, exercises, quiz, links, words, sentences, minutes and the test of " +
      "its facts. For each problem it prints file, line and what to do.",
    load: () => import("./check/command.ts"),
  },
  {
    name: "preview",
    usage: "preview <slug>",
    says: "Starts the same as npm run dev, and prints the link to the lesson, which follows your changes.",
    load: () => import("./preview/command.ts"),
  },
];
