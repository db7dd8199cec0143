/** What one learner may have in the lab. */
export const topicsAndKeysLimits = {
  topics: 2,
  partitions: 12,
  thrownAtOnce: 200,
  /** Of one topic. */
  records: 600,
} as const;
