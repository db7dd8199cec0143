/** Limits of the lab of change capture that a page knows too. */
export const captureLimits = {
  /** Of one's own SQL, in characters, and its statements. */
  sqlCharacters: 2_000,
  statements: 5,
  /** Change records of one capture; past them it is stopped. */
  changes: 400,
  /** Columns of a row that are shown. */
  columns: 12,
  /** In seconds: how often the worker writes down how far it has read. */
  flushEverySeconds: 10,
  /** Captures that run on one server at the same time: each has a worker of its own. */
  workers: 3,
} as const;
