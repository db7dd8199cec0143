import { collectTrace } from "../../../engine/fold/steps.ts";
import type { Trace } from "../../../engine/fold/trace.ts";
import type { FoldCases } from "../../../engine/grading/cases.ts";
import type { ExerciseChecks } from "../../../engine/grading/checks.ts";
import { Grader } from "../../../engine/grading/grade.ts";
import type { CheckMessage } from "../../../engine/protocol/answers.ts";
import { loadSolution } from "../workbench/checks/solution-source.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { bundledSeed } from "./bundled-seed.ts";
import type { FoldRequest, Handle } from "./session.ts";
import { foldAllInWorker } from "./worker-pool.ts";

const checksFiles = import.meta.glob<{ default: ExerciseChecks }>("../../../exercises/*/checks.ts");
const graders = new Map<string, Promise<Grader>>();

/** Grades in this browser with the same checks as the server's, over generated logs of the bundled seed. */
export function checkInBrowser(
  { payload, source }: Omit<FoldRequest, "log">,
  listen: (message: CheckMessage) => void,
): Handle {
  let cancelled = false;
  const tell = (message: CheckMessage) => cancelled || listen(message);
  graderOf(payload)
    .then((grader) => grader.grade(source, tell))
    .catch(() => {
      const message =
        "The check broke down in this browser. Your code is kept; reload the page and check it again.";
      tell({ kind: "end", verdict: "engine-fault", passed: false, message, records: 0, logs: 0 });
    });
  return {
    cancel() {
      cancelled = true;
    },
  };
}

/** One grader an exercise: it keeps the reference's traces. One that could not be loaded is asked for again. */
function graderOf(payload: ExercisePayload): Promise<Grader> {
  const { id } = payload.exercise;
  const known = graders.get(id);
  if (known) return known;
  const loading = load(payload);
  graders.set(id, loading);
  loading.catch(() => graders.delete(id));
  return loading;
}

async function load({ exercise, records }: ExercisePayload): Promise<Grader> {
  const { id, entry, scope, commands } = exercise;
  const file = checksFiles[`../../../exercises/${id}/checks.ts`];
  if (!file) throw new Error(`There are no checks of ${id}.`);
  const [{ default: checks }, solution] = await Promise.all([file(), loadSolution(id)]);
  return new Grader({ id, entry, scope, records, commands, solution, checks }, foldCases, bundledSeed);
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
