import { counted } from "../numbers.ts";

/** The tab Explore: what else can be done with a fold. */
export const exploreWords = {
  title: "Explore",
  all: "All tools",
  list: "Tools",
  /** Beside the tab's name, where the code printed something. */
  printed: (lines: number) => `console: ${counted(lines, { one: "step", other: "steps" })}`,
};
