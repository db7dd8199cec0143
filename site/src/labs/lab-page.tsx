import { useSession } from "../session/use-session.ts";
import { useStore } from "../ui/use-store.ts";
import { Lab } from "./lab.tsx";
import { labOf } from "./lab-list.ts";

/** A lab on a page of its own. */
export function LabPage({ base, id }: { base: string; id: string }) {
  const session = useStore(useSession(base).$session);
  const entry = labOf(id);
  return session && entry ? <Lab entry={entry} session={session} /> : null;
}
