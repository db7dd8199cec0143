/** Limits of what comes in over plain HTTP. How long clients are waited for is in `timeouts.ts`. */
export const httpLimits = {
  bodyBytes: 1024 * 1024,
  /**
   * What one busy session sends at once, and then each second, over HTTP and WebSockets; a class of them sits behind one
   * address. A lesson's source has a few thousand bytes, and at most 65,536.
   */
  bytesAtOnce: 128 * 1024,
  bytesPerSecond: 16 * 1024,
  /** Requests one busy session makes in a window; a class of them sits behind one address. */
  requestsPerSession: 30,
  requestWindowMilliseconds: 10_000,
} as const;
