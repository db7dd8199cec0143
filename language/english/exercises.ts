/** What an exercise asks for, by its kind. */
export const kindWords = {
  reducer: "reducer",
  projector: "read model",
  decider: "decider",
  upcaster: "upcaster",
  call: "function",
  order: "lines in order",
  predict: "prediction",
};

/** The text beside the workbench on an exercise's own page. */
export const exerciseWords = {
  pane: "Exercise",
  challenges: "Challenges",
  difficulty: (difficulty: number) => `difficulty ${difficulty} of 5`,
  kind: (kind: string) => `Kind: ${kind}.`,
  practises: (concepts: string) => `Practises ${concepts}.`,
  openBench: "Open the workbench",
  /** On paper only. */
  shapes: "The shapes of the events",
  checks: "What is checked",
  standing: "Where it belongs",
  inPack: (pack: string) => `In the pack “${pack}”.`,
  besideLessons: "It is not part of a lesson.",
  /** Before the link to the lesson. */
  inLesson: (lesson: number) => `In lesson ${lesson} of the course,`,
  /** Before the links to other exercises, and between the last two. */
  betterAfter: "Best done after",
  and: " and ",
  byDifficulty: "Exercises by difficulty",
  before: (difficulty: number) => `Before it, difficulty ${difficulty}`,
  after: (difficulty: number) => `After it, difficulty ${difficulty}`,
};

/** An exercise that the site was not built with. */
export const packWords = {
  title: "An exercise of a pack",
  description: "An exercise from a pack, in the workbench.",
  previousVersion:
    "The author has changed this exercise, and the new version has a mistake. You can go on with the version before it.",
  asking: "Loading it from the server …",
  unnamed: "The address names no exercise. Open an exercise of a pack with the link that the server prints.",
  noServer:
    "This exercise comes from the course server, and no server answers here. Start one with `npm start -- --pack <folder>`, then reload this page.",
};
