/** The last part of the names of the lab's topics: with it a topic is `mine.lab-<name>`. */
export const labTopics = { log: "retention", whole: "uncompacted", compacted: "compacted" } as const;

/** The topics as their owner types them. */
export const shownTopics = {
  log: "mine.lab-retention",
  whole: "mine.lab-uncompacted",
  compacted: "mine.lab-compacted",
} as const;
