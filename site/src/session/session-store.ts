import { atom } from "nanostores";
import { connect } from "./connect-session.ts";
import type { FoldSession, RunLocation } from "./session-interface.ts";

export type SessionStore = ReturnType<typeof createSession>;

/** The page's session, and where it currently folds. `open` is called once the page has been hydrated. */
export function createSession() {
  /** Null until it has been opened. */
  const $session = atom<FoldSession | null>(null);
  const $where = atom<RunLocation>({ kind: "finding" });
  return {
    $session,
    $where,
    /** Opens the session of the site below `base`. Returns how to stop listening to it. */
    open(base: string, openSession: (base: string) => FoldSession = connect): () => void {
      const session = openSession(base);
      const look = () => $where.set(session.where());
      $session.set(session);
      look();
      return session.watch(look);
    },
  };
}
