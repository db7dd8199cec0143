import { ownEventBytes } from "../../engine/protocol/learner-topics.ts";

/** Limits of what goes into Kafka and comes out of it for one run. */
export const logLimits = {
  /** One event on the wire, with its key. */
  eventBytes: ownEventBytes,
  /** A learner's topic, all partitions together, as one replica holds it. */
  topicBytes: 32 * 1024 * 1024,
  /** All topics of one learner. */
  learnerBytes: 64 * 1024 * 1024,
  /** How old the brokers' word of a learner's bytes may be at an append, in ms. */
  bytesAgeMilliseconds: 5_000,
  /** All values of a slice that is read for one run, in characters. */
  sliceCharacters: 8 * 1024 * 1024,
} as const;
