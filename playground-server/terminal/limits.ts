import { terminalRequestLimits } from "../../engine/protocol/request-limits.ts";

/** Limits of what learners do with the tools of the terminal. */
export const terminalLimits = {
  ...terminalRequestLimits,
  /** Lines that wait until the tool has taken those before them. */
  linesWaiting: 1_000,
  /** Tools of one session that run at the same time: a producer, and consumers that watch it. */
  runningAtOnce: 4,
  /** Of all sessions together: each may hold a consumer at the broker. */
  runningInAll: 200,
  /** What one command may print, in characters. */
  printedCharacters: 1024 * 1024,
  /** How long one command may run. */
  minutes: 15,
  /** Records appended by one session: so many at once, and so many more each second. */
  appendsAtOnce: 100,
  appendsPerSecond: 20,
  /** Programs of jq of one session, and of all: each has a process of its own. */
  jqAtOnce: 2,
  jqInAll: 8,
  /** Processor time that a program of jq may take for the lines that came together. */
  jqMilliseconds: 3_000,
  groups: 10,
  partitions: 6,
} as const;
