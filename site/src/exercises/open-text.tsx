import { useEffect } from "react";
import { exerciseWords, packWords } from "../../../language/english/exercises.ts";
import { pathTo } from "../frame/paths.ts";
import { Words } from "../workbench/words.tsx";
import { ExerciseText } from "./exercise-text.tsx";
import { useOpened } from "./opened.ts";
import { addressOf } from "./server-shelf.ts";
import { standingOf } from "./standing.ts";

interface OpenProps {
  /** The path the site lies under. */
  base: string;
}

/** The text of an exercise that the site was not built with; until it is there, or where there is none, what is so. */
export function OpenText({ base }: OpenProps) {
  const opened = useOpened(base);
  const title = opened.kind === "there" ? opened.payload.exercise.title : null;
  useEffect(() => {
    if (title) document.title = `${title} | Offset Zero`;
  }, [title]);
  if (opened.kind === "there") {
    const { exercise } = opened.payload;
    const pack = opened.shelf.find(({ id }) => id === exercise.id)?.pack;
    const beside = opened.shelf.filter((each) => each.pack === pack);
    // What should be passed before may be one of the course's own.
    const { prerequisites } = standingOf(exercise, opened.shelf, []);
    return (
      <ExerciseText
        exercise={exercise}
        pack={pack}
        standing={{ ...standingOf(exercise, beside, []), prerequisites }}
        at={(id) => addressOf(opened.shelf.find((each) => each.id === id) ?? { id }, base)}
      />
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
      <p role="status">{opened.kind === "asking" ? packWords.asking : <Words text={opened.why} />}</p>
    </>
  );
}
