/** What one learner may have in the lab. */
export const retentionLimits = {
  /** Of one topic. */
  records: 300,
  /** Of one stream of events, which then stops by itself. */
  streamed: 150,
  leastRetentionMilliseconds: 5_000,
  mostRetentionMilliseconds: 3_600_000,
  leastRetentionBytes: 500,
  mostRetentionBytes: 1024 * 1024,
  leastSegmentMilliseconds: 1_000,
  mostSegmentMilliseconds: 60_000,
} as const;
