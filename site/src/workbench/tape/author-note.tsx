import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

/**
 * The author's note at a step. Notes are for the first look: they go when the learner turns to the code. All lie in one
 * place, seen or not: it has the height of the longest, so that nothing below moves when one takes the place of another.
 */
export function AuthorNote() {
  const { exercise, tape, layout } = useWorkbench();
  const isFirstLook = useStore(layout.$isFirstLook);
  const isLesson = useStore(tape.$tape, ({ kind }) => kind === "lesson");
  const shown = useStore(tape.$cursor, (cursor) => exercise.notes.findLast(({ after }) => after <= cursor));
  if (!isFirstLook || !isLesson || exercise.notes.length === 0) return null;
  return (
    <div className="wb-notes">
      {exercise.notes.map((note) => (
        <div
          key={note.after}
          className={`wb-note${note === shown ? "" : " unseen"}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own exercise.yaml when the site was built
          dangerouslySetInnerHTML={{ __html: note.html }}
        />
      ))}
    </div>
  );
}
