import { showHidden } from "../../../engine/fold/hidden-characters.ts";
import { myLog as words } from "../../../language/english/my-log.ts";
import { pathTo } from "../frame/path-to.ts";
import type { Progress } from "../progress/fold-progress.ts";

/** What is to be said of an exercise of the course. */
export interface Title {
  title: string;
  par: number;
}

interface PassesProps {
  progress: Progress;
  titles: Record<string, Title>;
}

/** The exercises that are passed, the last first, and how near to par. */
export function PassedExercises({ progress, titles }: PassesProps) {
  const passes = Object.entries(progress.exercises)
    .flatMap(([id, { passed, best }]) => (passed ? [{ id, passed, best }] : []))
    .sort((a, b) => (a.passed.at < b.passed.at ? 1 : -1));
  if (passes.length === 0) return <p>{words.nonePassed}</p>;
  return (
    <>
      <p>{words.passed(passes.length)}</p>
      <ul className="ml-passes">
        {passes.map(({ id, passed, best }) => {
          const known = Object.hasOwn(titles, id) ? titles[id] : undefined;
          return (
            <li key={id}>
              {/* An exercise of a pack has no page of the site's own. */}
              {known ? (
                <a href={pathTo(`/exercises/${id}/`)}>{known.title}</a>
              ) : (
                <span>{showHidden(id)}</span>
              )}
              <span className="ml-how">
                {best !== undefined && known && words.best(best, known.par)}
                {passed.solution !== "no" && ` ${words.afterSolution}`}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
