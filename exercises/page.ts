import type { ExercisePayload } from "../engine/protocol/exercise-page.ts";
import type { RunRequest } from "../engine/sandbox/run-request.ts";
import type { Exercise } from "./shelf.ts";

/** How a page's texts become HTML: where the site is built and in the server, each has its own way. */
export interface Rendering {
  markdown(text: string): Promise<string>;
  /** `<pre><code>` with one `.line` element a line. */
  typescript(code: string): Promise<string>;
}

/** What the workbench gets of an exercise when its page opens. The solution is no part of it, nor what checks say. */
export async function exercisePage(
  exercise: Exercise,
  { markdown, typescript }: Rendering,
  trace: ExercisePayload["trace"],
): Promise<ExercisePayload> {
  const { id, title, lesson, optional, concepts, difficulty, prerequisites } = exercise;
  const { form, entry, scope, view, panels, wording, passed } = exercise;
  const { starter, types, commands, args, house, ignore, slice, partitions, records } = exercise;
  return {
    exercise: {
      ...{ id, title, lesson, optional, concepts, difficulty, prerequisites },
      ...{ form, entry, scope, view, panels, wording, passed },
      ...{ starter, commands, args, house, ignore, slice, partitions, topic: slice.topic },
      readmeHtml: await markdown(exercise.readme),
      starterHtml: await typescript(starter),
      typesText: types,
      typesHtml: await typescript(types),
      checks: exercise.checks.checks.map((check) => ({ id: check.id, title: check.title })),
      hints: await Promise.all(exercise.hints.map(markdown)),
      notes: await Promise.all(
        exercise.notes.map(async ({ after, text }) => ({ after, html: await markdown(text) })),
      ),
    },
    records,
    trace,
  };
}

/** The fold of the starter over the exercise's log, so that there is something to step through at once. */
export function starterRun(exercise: Exercise): RunRequest {
  const { id, starter, entry, scope, records, slice, commands, args } = exercise;
  return {
    ...{ runId: `starter-${id}`, source: starter, entry, scope, records, slice, seed: 0 },
    ...(commands && { commands }),
    ...(args && { args }),
  };
}
