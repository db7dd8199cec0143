/**
 * What answers may hold of the web process's memory until they are read, over HTTP and WebSockets alike. How long a
 * reader may read nothing is in `http/timeouts.ts`.
 */
export const unreadLimits = {
  /** Every connection may hold so much, whatever others hold, so that those who read are always served. */
  reservedBytes: 64 * 1024,
  /** All answers of one network address, their reserved bytes included. */
  bytesPerAddress: 64 * 1024 * 1024,
  /** All answers together, without what is reserved. */
  bytesInAll: 128 * 1024 * 1024,
} as const;
