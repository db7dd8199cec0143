export const frame = {
  skip: "Skip to the text",
  skipToBench: "Skip to the workbench",
  site: "Site",
  lessons: "Lessons",
  challenges: "Challenges",
  playground: "Playground",
  terminal: "Terminal",
  log: "The log",
  search: "Search",
  glossary: "Glossary",
  myLog: "My log",
  pages: "Pages",
  allLessons: "The thirty lessons",
  whereTheLogRuns: "Where the log runs",
  line: "State is a fold over a log.",
  /** The pane with the learner's tools, beside the text or instead of it. */
  workbench: "Workbench",
};

export const theme = {
  title: "Light or dark",
  light: "Light",
  auto: "As the system",
  dark: "Dark",
};
