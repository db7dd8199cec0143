import { useEffect, useState, useSyncExternalStore } from "react";
import { connect } from "../session/connect.ts";
import type { FoldSession, Where } from "../session/session.ts";

const finding: Where = { kind: "finding" };

/** The page's session, null while the page is still being hydrated, and where it folds just now. */
export function useSession(base: string): { session: FoldSession | null; where: Where } {
  const [session, setSession] = useState<FoldSession | null>(null);
  useEffect(() => setSession(connect(base)), [base]);
  const where = useSyncExternalStore(
    (changed) => session?.watch(changed) ?? (() => {}),
    () => session?.where() ?? finding,
    () => finding,
  );
  return { session, where };
}
