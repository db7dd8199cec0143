import { labWords } from "../../../language/english/labs.ts";
import { useSession } from "../session/use-session.ts";
import { onDemand } from "../ui/on-demand.tsx";
import { useStore } from "../ui/use-store.ts";
import { labOf } from "./lab-list.ts";

// It brings its style with it, which only a browser can take.
const Lab = onDemand(labWords.frame, () => import("./lab.tsx").then((module) => module.Lab));

/** A lab on a page of its own. */
export function LabPage({ base, id }: { base: string; id: string }) {
  const session = useStore(useSession(base).$session);
  const entry = labOf(id);
  if (!session || !entry) return <div className="lab-waiting" />;
  return <Lab entry={entry} session={session} />;
}
