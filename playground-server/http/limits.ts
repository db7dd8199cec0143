/** Limits of what comes in over plain HTTP. How long clients are waited for is in `patience.ts`. */
export const httpLimits = {
  bodyBytes: 1024 * 1024,
  /** Requests one busy session makes in a window; a class of them sits behind one address. */
  requestsPerSession: 30,
  requestWindowMilliseconds: 10_000,
} as const;
