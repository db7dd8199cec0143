import { atom } from "nanostores";
import { useStore } from "../../ui/use-store.ts";
import { useWorkbench } from "../workbench-context.ts";

const $never = atom(false);

/**
 * The author's note at a step. Notes are for the first look: they go when the learner turns to the code. While the log
 * follows the text, the text says what is to be seen, and a note would push the state away from whoever reads.
 */
export function AuthorNote() {
  const { exercise, tape, layout, scenes } = useWorkbench();
  const isFirstLook = useStore(layout.$isFirstLook);
  const isFollowing = useStore(scenes?.$isFollowing ?? $never);
  const isLesson = useStore(tape.$tape, ({ kind }) => kind === "lesson");
  const note = useStore(tape.$cursor, (cursor) => exercise.notes.find(({ after }) => after === cursor));
  if (!isFirstLook || isFollowing || !isLesson || !note) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own exercise.yaml when the site was built
  return <div className="wb-note" dangerouslySetInnerHTML={{ __html: note.html }} />;
}
