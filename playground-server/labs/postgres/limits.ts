/** Limits of a learner's part of PostgreSQL. Those of the server itself are in `services/postgres/server-settings.ts`. */
export const postgresLimits = {
  /** Databases of learners that are kept; the one unused for longest is dropped first. */
  databases: 100,
  /** Connections of one learner at the same time. */
  connections: 8,
  /** What one learner's tables and indexes may take on the disk. */
  databaseMegabytes: 64,
  /** A statement may work so long. Waiting for another session's lock does not count. */
  runSeconds: 5,
  /** A statement may wait so long for another session. */
  waitSeconds: 120,
  /** Bytes that the server may send for one statement. */
  answerMegabytes: 4,
  /** How often a statement under way is looked at. */
  lookMilliseconds: 200,
  /** A statement that was cancelled has so long to end; then its connection is ended. */
  cancelMilliseconds: 1_500,
  connectMilliseconds: 10_000,
  /** Of an error message or a notice that are kept. */
  messageCharacters: 2_000,
  notices: 20,
} as const;
