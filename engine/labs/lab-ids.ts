/** The labs of the course. A lab's page is `/labs/<id>/`. */
export const labIds = [
  "database",
  "topics-and-keys",
  "retention-and-compaction",
  "two-writers",
  "replayed-effects",
  "projectors",
  "cluster",
] as const;

export type LabId = (typeof labIds)[number];
