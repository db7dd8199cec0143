import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import { traceOf } from "../exercise-pages/starter-trace.ts";
import { firstLog } from "./first-log.ts";
import { defaultChoices } from "./playground-log.ts";
import { playgroundPayload } from "./playground-payload.ts";
import { memoryOf, type Playground } from "./playground-store.ts";

/**
 * What a first visitor finds, made while the site is built: the first log as it was read, and the same folded with its
 * code. So a first visit reads no log, and needs no engine before something is run.
 */
export async function firstPage(): Promise<{ first: Playground; firstPayload: ExercisePayload }> {
  const first: Playground = {
    log: firstLog(),
    choices: defaultChoices,
    workspace: "own",
    payload: null,
    generation: 0,
    kept: true,
    problem: null,
  };
  const payload = playgroundPayload(memoryOf(first), first.log, first.choices);
  const { records, exercise } = payload;
  const { entry, scope, slice, starter } = exercise;
  const trace = await traceOf({
    runId: "page-playground",
    source: starter,
    entry,
    scope,
    records,
    slice,
    seed: 0,
  });
  return { first, firstPayload: { ...payload, trace } };
}
