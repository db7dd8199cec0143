import { collectTrace } from "../../../engine/fold/states-of-trace.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import type { ExerciseChecks } from "../../../engine/grading/checks.ts";
import type { FoldCases } from "../../../engine/grading/fold-job.ts";
import { Grader } from "../../../engine/grading/grader.ts";
import { withoutIgnoredPaths } from "../../../engine/grading/ignored-paths.ts";
import type { CheckMessage, CheckProgress, Comparison } from "../../../engine/protocol/response-types.ts";
import { sessionWords } from "../../../language/english/server-or-engine-away.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { bundledSeed } from "./bundled-seed.ts";
import { type CheckRequest, type Handle, Refusal } from "./session-interface.ts";
import { loadSolution } from "./solution-source.ts";
import { foldAllInWorker } from "./worker-pool.ts";

const checksFiles = import.meta.glob<{ default: ExerciseChecks }>("../../../exercises/*/checks.ts");
const graders = new Map<string, Promise<Grader>>();

const brokeDown = sessionWords.checkBroke;

/** An exercise of a pack: what checks it never leaves the server. */
class ChecksElsewhere extends Error {
  constructor() {
    super(sessionWords.needsServer);
  }
}

/** Grades in this browser with the same checks as the server's, over generated logs of the bundled seed or the given one. */
export function checkInBrowser(
  { payload, source, predicted = [], seed = bundledSeed }: CheckRequest,
  listen: (message: CheckMessage | CheckProgress) => void,
): Handle {
  let cancelled = false;
  const emitMessage = (message: CheckMessage | CheckProgress) => cancelled || listen(message);
  graderOf(payload, seed)
    .then((grader) =>
      source === undefined
        ? grader.predictions(predicted, emitMessage)
        : grader.grade(source, emitMessage, emitMessage),
    )
    .catch((problem) => {
      const message = problem instanceof ChecksElsewhere ? problem.message : brokeDown;
      emitMessage({
        kind: "end",
        verdict: "engine-fault",
        passed: false,
        message,
        records: 0,
        logs: 0,
        seed: null,
      });
    });
  return {
    cancel() {
      cancelled = true;
    },
  };
}

/** The source's fold beside the reference's, both folded here. Rejects with a `Refusal`. */
export async function compareInBrowser(payload: ExercisePayload, source: string): Promise<Comparison> {
  try {
    return await (await graderOf(payload, bundledSeed)).compare(source);
  } catch (problem) {
    throw new Refusal(
      "engine-fault",
      problem instanceof ChecksElsewhere ? problem.message : sessionWords.comparisonBroke,
    );
  }
}

/** One grader an exercise and seed: it keeps the reference's traces. One that could not be loaded is asked for again. */
function graderOf(payload: ExercisePayload, seed: number): Promise<Grader> {
  const name = `${payload.exercise.id} ${seed}`;
  const known = graders.get(name);
  if (known) return known;
  const loading = load(payload, seed);
  graders.set(name, loading);
  loading.catch(() => graders.delete(name));
  return loading;
}

async function load({ exercise, records }: ExercisePayload, seed: number): Promise<Grader> {
  const { id, entry, scope, commands, args, laws, ignore, wording } = exercise;
  const file = checksFiles[`../../../exercises/${id}/checks.ts`];
  if (!file) throw new ChecksElsewhere();
  const predict = exercise.predict.map(({ index }) => index);
  const [module, solution] = await Promise.all([file(), loadSolution(id)]);
  const checks = withoutIgnoredPaths(module.default, ignore);
  const asked = { id, entry, scope, records, commands, args, laws, predict, wording };
  return new Grader({ ...asked, solution, checks }, foldCases, seed);
}

/** Folds case after case in one worker; a case in which the worker had to be ended is the last. */
const foldCases: FoldCases = async (job, cases) => {
  const traces: Trace[] = [];
  for (const { records, commands, args, from } of cases) {
    const slice = { topic: "given", partitions: [{ partition: 0, from: 0, to: records.length }] };
    const { messages, killed } = await foldAllInWorker({
      ...job,
      runId: "check",
      slice,
      records,
      commands,
      args,
      from,
    });
    traces.push(collectTrace(messages));
    if (killed) break;
  }
  return traces;
};
