import { Lab } from "../labs/lab.tsx";
import { labOf } from "../labs/lab-list.ts";
import { useStore } from "../ui/use-store.ts";
import { useWorkbench } from "./workbench-context.ts";

/** The lab that an exercise is about, in its workbench. */
export function LabTab() {
  const { exercise, session } = useWorkbench();
  const current = useStore(session.$session);
  const entry = labOf(exercise.lab);
  return entry && current ? <Lab entry={entry} session={current} exercise={exercise.id} /> : null;
}
