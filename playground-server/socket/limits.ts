/** Limits of a WebSocket. How long clients are waited for is in `http/patience.ts`. */
export const socketLimits = {
  messageBytes: 128 * 1024,
  /** What a reader may leave unread before the connection is closed: more than the longest run puts out. */
  unreadBytes: 48 * 1024 * 1024,
  requestsAtOnce: 20,
  /** Messages of a client: so many at once, and so many more each second. */
  messagesAtOnce: 60,
  messagesPerSecond: 20,
  /** Open pages of one session count on their own here; a class shares the address. */
  socketsPerSession: 3,
} as const;
