/** The labs that need a server: it starts a real system for them. */
export const serverLabIds = [
  "database",
  "topics-and-keys",
  "retention-and-compaction",
  "two-writers",
  "replayed-effects",
  "change-capture",
  "projectors",
  "cluster",
] as const;

/** The labs of the course. A lab's page is `/labs/<id>/`. The others run in the learner's browser. */
export const labIds = [...serverLabIds, "replay-cost"] as const;

export type LabId = (typeof labIds)[number];
