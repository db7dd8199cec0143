import { useEffect, useState } from "react";
import { tabWords } from "../../../language/english/workbench.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import { $dividerPlace } from "../frame/divider-store.ts";
import { DownloadAnswerButton } from "./download-answer-button.tsx";
import { useWorkbench } from "./workbench-context.ts";

/** A log that the page has put together has no task and no checks. */
export const hasTask = (exercise: Exercise) => exercise.checks.length > 0;

/** What the exercise asks for, and the way to hand it in. */
export function Task() {
  const { exercise } = useWorkbench();
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from our own README when the site was built */}
      <div className="wb-task" dangerouslySetInnerHTML={{ __html: exercise.readmeHtml }} />
      <p className="wb-row">
        <DownloadAnswerButton />
      </p>
    </>
  );
}

/** The task beside the workbench, while the page shows the workbench alone. */
export function TaskColumn() {
  const { exercise } = useWorkbench();
  const [isAlone, setAlone] = useState(false);
  // The server does not know where the divider is: the column comes after the page has been hydrated.
  useEffect(() => $dividerPlace.subscribe(({ stop }) => setAlone(stop === "code")), []);
  if (!isAlone || !hasTask(exercise)) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long task has to scroll by key
    <section className="wb-task-column" aria-label={tabWords.task} tabIndex={0}>
      <h2>{exercise.title}</h2>
      <Task />
    </section>
  );
}
