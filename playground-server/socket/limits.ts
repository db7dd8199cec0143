import { messageBytes } from "../../engine/protocol/request-limits.ts";

/** Limits of a WebSocket. How long clients are waited for is in `http/timeouts.ts`. */
export const socketLimits = {
  messageBytes,
  requestsAtOnce: 20,
  /** Messages of a client: so many at once, and so many more each second. */
  messagesAtOnce: 60,
  messagesPerSecond: 20,
  /** Open pages of one session count on their own here; a class shares the address. */
  socketsPerSession: 3,
} as const;
