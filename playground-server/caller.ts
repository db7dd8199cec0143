/** Who asks: a session, and the address it came from. */
export interface Caller {
  learner: string;
  /** Whether the client brought a token that this server had signed, and did not make it up or get it with this answer. */
  returned: boolean;
  address: string;
  /** The connection it asks on: one for each open page, one for all plain requests. */
  page: string;
}
