import { useEffect } from "react";
import { exerciseWords, packWords } from "../../../language/english/exercises.ts";
import { pathTo } from "../frame/path-to.ts";
import { InlineCodeText } from "../ui/inline-code-text.tsx";
import { ExerciseText } from "./exercise-text.tsx";
import { standingOf } from "./place-in-course.ts";
import { addressOf } from "./server-catalog.ts";
import { useServerExercise } from "./use-server-exercise.ts";

interface OpenProps {
  /** The path the site lies under. */
  base: string;
}

/** The text of an exercise that the site was not built with; until it is there, or where there is none, what is so. */
export function ServerExerciseText({ base }: OpenProps) {
  const opened = useServerExercise(base);
  const title = opened.kind === "there" ? opened.payload.exercise.title : null;
  useEffect(() => {
    if (title) document.title = `${title} | Offset Zero`;
  }, [title]);
  if (opened.kind === "there") {
    const { exercise } = opened.payload;
    const pack = opened.catalog.find(({ id }) => id === exercise.id)?.pack;
    const beside = opened.catalog.filter((each) => each.pack === pack);
    // What should be passed before may be one of the course's own.
    const { prerequisites } = standingOf(exercise, opened.catalog, []);
    return (
      <>
        {opened.payload.previousVersion && <p role="status">{packWords.previousVersion}</p>}
        <ExerciseText
          exercise={exercise}
          pack={pack}
          standing={{ ...standingOf(exercise, beside, []), prerequisites }}
          at={(id) => addressOf(opened.catalog.find((each) => each.id === id) ?? { id }, base)}
        />
      </>
    );
  }
  return (
    <>
      <header className="head">
        <p className="ex-place">
          <a href={pathTo("/challenges/")}>{exerciseWords.challenges}</a>
        </p>
        <h1 id="_top">{packWords.title}</h1>
      </header>
      <p role="status">
        {opened.kind === "asking" ? packWords.asking : <InlineCodeText text={opened.why} />}
      </p>
    </>
  );
}
