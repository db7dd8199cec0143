import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/** The author's note at a step. Notes are for the first look: they go when the learner turns to the code. */
export function AuthorNote() {
  const { exercise, tape, layout } = useWorkbench();
  const isFirstLook = useStore(layout.$isFirstLook);
  const isLesson = useStore(tape.$tape, ({ kind }) => kind === "lesson");
  const note = useStore(tape.$cursor, (cursor) => exercise.notes.findLast(({ after }) => after <= cursor));
  if (!isFirstLook || !isLesson || !note) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own exercise.yaml when the site was built
  return <div className="wb-note" dangerouslySetInnerHTML={{ __html: note.html }} />;
}
