import type { Trace } from "../engine/fold/trace.ts";
import { askedSteps, type PredictableStep, predictionCheck } from "../engine/grading/grade-prediction.ts";
import { piecesOf } from "../engine/grading/line-ordering.ts";
import type { ExercisePayload } from "../engine/protocol/exercise-types.ts";
import type { RunRequest } from "../engine/sandbox/run-request.ts";
import type { Exercise } from "./catalog.ts";
import { startLine } from "./start-line.ts";

/** How a page's texts become HTML: where the site is built and in the server, each has its own way. */
export interface Rendering {
  markdown(text: string): Promise<string>;
  /** `<pre><code>` with one `.line` element a line. */
  typescript(code: string): Promise<string>;
}

/** Everybody gets the lines in the same wrong order: a learner's arrangement is kept as places in it. */
const orderSeed = 1;

/**
 * What the workbench gets of an exercise when its page opens. The solution is no part of it, nor what checks say.
 * `asked` are the steps to predict: see `stepsToPredict`.
 */
export async function exercisePage(
  exercise: Exercise,
  { markdown, typescript }: Rendering,
  trace: Trace,
  asked: PredictableStep[],
): Promise<ExercisePayload> {
  // The parser comes with it: a process that shows no page loads none.
  const { parOf } = await import("./par.ts");
  const { id, title, summary, lesson, optional, concepts, difficulty, prerequisites } = exercise;
  const { form, entry, scope, view, panels, wording, passed, lab, terminal } = exercise;
  const { starter, types, commands, args, laws, ignore, slice, partitions, records } = exercise;
  return {
    exercise: {
      id,
      title,
      summary,
      lesson,
      optional,
      concepts,
      difficulty,
      prerequisites,
      form,
      entry,
      scope,
      view,
      panels,
      wording,
      passed,
      ...(lab && { lab }),
      ...(terminal && { terminal }),
      par: parOf(exercise),
      starter,
      startLine: startLine(starter, exercise.solution),
      commands,
      args,
      laws,
      ignore,
      slice,
      partitions,
      topic: slice.topic,
      readmeHtml: await markdown(exercise.readme),
      starterHtml: await typescript(starter),
      ...(exercise.order !== undefined && { order: piecesOf(exercise.order, orderSeed) }),
      predict: asked,
      approaches: exercise.approaches.length,
      typesText: types,
      typesHtml: await typescript(types),
      checks: checksShown(exercise, trace),
      hints: await Promise.all(exercise.hints.map(markdown)),
      notes: await Promise.all(
        exercise.notes.map(async ({ after, text }) => ({ after, html: await markdown(text) })),
      ),
    },
    records,
    trace,
  };
}

/** What the page lists as checked: where states are predicted, these, and nothing about code. */
function checksShown({ form, predict, checks }: Exercise, trace: Trace): { id: string; title: string }[] {
  const shown =
    form === "predict"
      ? predict.map((index) => predictionCheck(index, trace.steps[index]?.position ?? null))
      : checks.checks;
  return shown.map(({ id, title }) => ({ id, title }));
}

/** The steps of an exercise that can be predicted, each with the state to begin with. `fold` gives the trace of a run. */
export async function stepsToPredict(
  exercise: Exercise,
  fold: (request: RunRequest) => Promise<Trace>,
): Promise<PredictableStep[]> {
  const { predict, checks, solution } = exercise;
  if (predict.length === 0) return [];
  const reference = await fold(ownRun(exercise, solution));
  return askedSteps(predict, { reference, compare: checks.compare });
}

/** The fold of the starter over the exercise's log, so that there is something to step through at once. */
export function starterRun(exercise: Exercise): RunRequest {
  return ownRun(exercise, exercise.starter);
}

function ownRun(exercise: Exercise, source: string): RunRequest {
  const { id, entry, scope, records, slice, commands, args } = exercise;
  return {
    runId: `page-${id}`,
    source,
    entry,
    scope,
    records,
    slice,
    seed: 0,
    ...(commands && { commands }),
    ...(args && { args }),
  };
}
