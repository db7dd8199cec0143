/** Limits of all labs. How often commands come, and how long a session may be idle, each lab says itself. */
export const labLimits = {
  /** One event, as JSON. */
  eventBytes: 64 * 1024,
  /** The newest events of one learner's lab, as JSON; those before them are kept as one screen. */
  historyBytes: 4 * 1024 * 1024,
  /** What happened in closed labs stays for so many of them; the oldest are forgotten first. */
  histories: 300,
  /** Commands of one session that wait for the one under way. */
  commandsWaiting: 20,
  /** One command may take so long; then it is given up. */
  commandSeconds: 300,
  /** So long a reset or a close waits for commands that it has given up. */
  giveUpMilliseconds: 5_000,
} as const;
