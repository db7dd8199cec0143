/** What one learner may do in the lab. */
export const twoWritersLimits = {
  /** Of one command. */
  races: 50,
  /** So many of them run at the same time. */
  racesAtOnce: 10,
  /** The most of each delay. */
  delayMilliseconds: 2_000,
  /** Of each topic, in offsets: before there would be more, both topics are made anew. */
  records: 600,
  /** Results that the screen keeps. */
  results: 12,
} as const;
