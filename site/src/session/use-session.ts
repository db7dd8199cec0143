import { useEffect, useState } from "react";
import { createSession, type SessionStore } from "./session-store.ts";

/** The page's session, opened once the page has been hydrated. */
export function useSession(base: string): SessionStore {
  const [session] = useState(createSession);
  useEffect(() => session.open(base), [session, base]);
  return session;
}
