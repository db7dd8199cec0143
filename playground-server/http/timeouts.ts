/** How long clients are waited for, in ms. */
export interface Timeouts {
  /** Until the head of a request is there, be it sent byte by byte; after silence on a new connection, too. */
  headers: number;
  /** Until the whole request is there. */
  request: number;
  /** How often connections are looked at for these two. */
  look: number;
  /** Until a WebSocket has said hello. */
  hello: number;
  /** Between two pings. A peer that has not answered one when the next is due is gone. */
  ping: number;
  /** How long an answer may wait to be sent without any byte going out. Then its reader is cut off. */
  unread: number;
}

export const defaultTimeouts: Timeouts = {
  headers: 10_000,
  request: 30_000,
  look: 2_000,
  hello: 5_000,
  ping: 30_000,
  unread: 30_000,
};
