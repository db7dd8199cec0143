import { exerciseWords } from "../../../language/english/exercises.ts";
import type { Exercise } from "../exercise/exercise-payload.ts";
import { pathTo } from "../frame/path-to.ts";
import { conceptWords, kindOf, kinds } from "./exercise-kinds.ts";
import type { ExerciseStanding, Placed } from "./place-in-course.ts";

interface ExerciseTextProps {
  exercise: Exercise;
  standing: ExerciseStanding;
  /** The title of the pack it comes from; none for the course's own. */
  pack?: string;
  /** The address of another exercise's page. */
  at(id: string): string;
}

/** The text beside the workbench on an exercise's own page: what it is, the task, and where it stands. */
export function ExerciseText({ exercise, standing, pack, at }: ExerciseTextProps) {
  const { title, concepts, difficulty, readmeHtml } = exercise;
  const { lesson, prerequisites, before, after } = standing;
  return (
    <>
      <header className="head">
        <p className="ex-place">
          <a href={pathTo("/challenges/")}>{exerciseWords.challenges}</a> ·{" "}
          {exerciseWords.difficulty(difficulty)}
        </p>
        <h1 id="_top">{title}</h1>
        <p className="ex-facts">
          {exerciseWords.kind(kinds[kindOf(exercise)])}{" "}
          {concepts.length > 0 && exerciseWords.practises(concepts.map(conceptWords).join(", "))}
        </p>
      </header>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the exercise's own README */}
      <div className="ex-task" dangerouslySetInnerHTML={{ __html: readmeHtml }} />
      <PrintedSheet exercise={exercise} />
      <p className="to-bench">
        <a className="action" href="#workbench" data-open-bench>
          {exerciseWords.openBench}
        </a>
      </p>
      <section className="ex-standing" aria-labelledby="standing">
        <h2 id="standing">{exerciseWords.standing}</h2>
        <p>
          {pack !== undefined && exerciseWords.inPack(pack)}
          {pack === undefined && exercise.lesson === undefined && exerciseWords.besideLessons}
          {lesson && (
            <>
              {exerciseWords.inLesson(lesson.number)}{" "}
              <a href={pathTo(`/lessons/${lesson.slug}/`)}>{lesson.title}</a>.
            </>
          )}{" "}
          {prerequisites.length > 0 && (
            <>
              {exerciseWords.betterAfter}{" "}
              {prerequisites.map(({ id, title }, i) => (
                <span key={id}>
                  {i > 0 && (i === prerequisites.length - 1 ? exerciseWords.and : ", ")}
                  <a href={at(id)}>{title}</a>
                </span>
              ))}
              .
            </>
          )}
        </p>
        {(before || after) && (
          <nav className="ex-next" aria-label={exerciseWords.byDifficulty}>
            {before && <Neighbour word={exerciseWords.before(before.difficulty)} exercise={before} at={at} />}
            {after && <Neighbour word={exerciseWords.after(after.difficulty)} exercise={after} at={at} />}
          </nav>
        )}
      </section>
    </>
  );
}

/** What stands in the workbench and is needed on paper: the shapes of the events and the checks. */
function PrintedSheet({ exercise: { typesHtml, checks } }: Pick<ExerciseTextProps, "exercise">) {
  return (
    <section className="ex-printed" data-pagefind-ignore>
      <h2>{exerciseWords.shapes}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made from the exercise's own events.d.ts */}
      <div dangerouslySetInnerHTML={{ __html: typesHtml }} />
      {checks.length > 0 && <h2>{exerciseWords.checks}</h2>}
      <ol>
        {checks.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ol>
    </section>
  );
}

interface NeighbourProps {
  word: string;
  exercise: Placed;
  at(id: string): string;
}

function Neighbour({ word, exercise: { id, title }, at }: NeighbourProps) {
  return (
    <a href={at(id)}>
      <span className="ex-word">{word}</span>
      {title}
    </a>
  );
}
