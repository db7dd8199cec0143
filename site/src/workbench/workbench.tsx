import { useEffect, useRef, useState } from "react";
import { benchWords, busyWords } from "../../../language/english/workbench.ts";
import { passedBefore } from "../exercise/exercise-memory.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { NextThing } from "../exercise/next-thing.ts";
import { useSession } from "../session/use-session.ts";
import { TabList } from "../ui/tabs.tsx";
import { useSharedLink } from "./share/use-shared-link.ts";
import { type OnPage, useChosen } from "./use-chosen-exercise.ts";
import type { WorkbenchModel } from "./workbench-model.ts";
import { WorkbenchPanels } from "./workbench-panels.tsx";
import "./workbench.css";

interface WorkbenchProps {
  exercises: OnPage[];
  /** Fetches one of them that is there by name only. */
  open?(id: string): Promise<ExercisePayload>;
  /** Slug of the lesson they stand in, where it is a lesson's page. */
  lesson?: string;
  /** Id of the exercise on whose log the scenes of the text play. */
  scenesOn?: string | undefined;
  /** What follows the pass of each exercise, by its id. */
  next?: Record<string, NextThing[]>;
  /** The path the site lies under. */
  base: string;
}

/** The page's exercises, one at a time: a log, a learner's code, and every step of the fold between them. */
export function Workbench({ exercises, open, lesson, scenesOn, next, base }: WorkbenchProps) {
  const session = useSession(base);
  const [chosen, setChosen] = useState(0);
  const [summoned, setSummoned] = useState(0);
  /** Whether the button that opened the exercise is far from the text with its task. */
  const [taskWanted, setTaskWanted] = useState(false);
  const [follows, setFollows] = useState(false);
  /** Of the exercises that were opened on this page: whoever comes back finds the result of the last check. */
  const models = useRef(new Map<string, WorkbenchModel>());
  const arrival = useSharedLink(exercises, setChosen, open);
  const passed = usePassed(exercises);

  // The text's links to an exercise are the page's, not React's.
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-open-exercise]") : null;
      const index = exercises.findIndex(({ exercise }) => exercise.id === link?.dataset.openExercise);
      if (index < 0) return;
      setChosen(index);
      setSummoned((count) => count + 1);
      setTaskWanted(link?.closest(".workbench") !== null);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [exercises]);

  const choose = (index: number, follows = false) => {
    setChosen(index);
    setSummoned(0);
    setFollows(follows);
  };
  const ofScenes = exercises.findIndex(({ exercise }) => exercise.id === scenesOn);
  const { payload, failed, retry } = useChosen(exercises[chosen], open);
  const exercise = exercises[chosen]?.exercise;
  if (!exercise) return null;
  const { id } = exercise;
  const panel =
    exercises.length > 1 ? { role: "tabpanel", id: `${id}-bench`, "aria-labelledby": `${id}-exercise` } : {};
  return (
    <div className="workbench" data-lesson={lesson}>
      {exercises.length > 1 && (
        <TabList
          label={benchWords.exercises}
          className="wb-exercises"
          tabs={exercises.map(({ exercise }) => ({
            name: exercise.id,
            title: (
              <>
                {exercise.title}
                {exercise.optional && <span className="wb-soft"> {benchWords.optional}</span>}
                {passed.has(exercise.id) && <span className="wb-done"> {benchWords.passed}</span>}
              </>
            ),
          }))}
          chosen={id}
          idOf={(name) => ({ tab: `${name}-exercise`, panel: `${name}-bench` })}
          choose={(name) => choose(exercises.findIndex(({ exercise }) => exercise.id === name))}
        />
      )}
      {arrival.problem && (
        <p className="wb-notice" role="alert">
          {arrival.problem}
        </p>
      )}
      <div className="wb-exercise" {...panel}>
        {payload && (
          <WorkbenchPanels
            key={`${id} ${arrival.count}`}
            models={models.current}
            name={`${id} ${arrival.count}`}
            payload={payload}
            session={session}
            summoned={summoned}
            taskWanted={taskWanted}
            follows={follows}
            lesson={scenesOn === id ? lesson : undefined}
            openScenes={ofScenes >= 0 ? () => choose(ofScenes, true) : undefined}
            next={next?.[id]}
          />
        )}
        {failed && (
          <p className="wb-notice" role="alert">
            {busyWords.notLoaded(exercise.title)}{" "}
            <button type="button" className="action quiet wb-small" onClick={retry}>
              {busyWords.retry}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

export default Workbench;

/** Which of the exercises have been passed in this browser; follows the memory as it changes. */
function usePassed(exercises: OnPage[]): Set<string> {
  const [passed, setPassed] = useState(new Set<string>());
  useEffect(() => {
    const look = () => {
      const ids = exercises.map(({ exercise }) => exercise.id);
      const now = ids.filter((id) => passedBefore(id) !== null);
      setPassed((before) => (before.size === now.length ? before : new Set(now)));
    };
    look();
    addEventListener("offset-zero:memory", look);
    return () => removeEventListener("offset-zero:memory", look);
  }, [exercises]);
  return passed;
}
