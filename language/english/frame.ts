export const frame = {
  skip: "Skip to the text",
  skipToBench: "Skip to the workbench",
  site: "Site",
  lessons: "Lessons",
  challenges: "Challenges",
  labs: "Labs",
  playground: "Playground",
  terminal: "Terminal",
  log: "About the log",
  search: "Search",
  glossary: "Glossary",
  myLog: "My log",
  pages: "Pages",
  allLessons: "The thirty lessons",
  teach: "Teach",
  line: "State is a fold over a log.",
  /** The pane with the learner's tools, beside the text or instead of it. */
  workbench: "Workbench",
  /** Between text and workbench where both have room. */
  divider: "Divider between text and workbench",
  layout: "Layout",
  stops: { read: "Text only", split: "Text and workbench", code: "Workbench only" },
};

export const theme = {
  title: "Light or dark",
  light: "Light",
  auto: "System",
  dark: "Dark",
};
