/** Limits of what goes into Kafka and comes out of it for one run. */
export const logLimits = {
  /** One event on the wire, with its key. */
  eventBytes: 64 * 1024,
  /** All values of a slice that is read for one run, in characters. */
  sliceCharacters: 8 * 1024 * 1024,
} as const;
