import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { placeCase } from "../../../engine/grading/fold-job.ts";
import type { LinesMessage } from "../../../engine/line-coverage/line-coverage-messages.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import type { ExercisePayload } from "../exercise/exercise-payload.ts";
import type { FoldedLog } from "../exercise/folded-log.ts";
import { bundledSeed } from "./bundled-seed.ts";
import type { FoldRequest, Handle } from "./session-interface.ts";
import { foldInWorker, linesInWorker } from "./worker-pool.ts";

/** One fold of the lesson's recorded log, or of a given one, in a worker of this browser. */
export function runInBrowser(
  { payload, source, log, asks }: FoldRequest,
  listen: (message: TraceMessage) => void,
): Handle {
  return foldInWorker({ ...requestOf(payload, source, log), ...asks }, listen);
}

/** The lines that each step of the same fold goes through. */
export function linesInBrowser(
  { payload, source, log }: FoldRequest,
  listen: (message: LinesMessage) => void,
): Handle {
  return linesInWorker(requestOf(payload, source, log), listen);
}

export function requestOf(
  { exercise, records }: Pick<ExercisePayload, "exercise" | "records">,
  source: string,
  log: FoldedLog,
): RunRequest {
  const { entry, scope, slice } = exercise;
  const common = { runId: "browser", source, entry, scope, seed: bundledSeed };
  if (log.kind === "records") {
    const partitions = [{ partition: 0, from: 0, to: log.records.length }];
    const own = { records: log.records, commands: log.commands ?? [], slice: { topic: "given", partitions } };
    return { ...common, ...own, scope: log.scope ?? scope };
  }
  if (log.kind !== "given") {
    const { commands, args } = exercise;
    return { ...common, records, slice, ...(commands && { commands }), ...(args && { args }) };
  }
  const { given, from, seed = bundledSeed } = log;
  const placed = placeCase(given);
  const partitions = [{ partition: 0, from: 0, to: placed.records.length }];
  const own = { ...placed, slice: { topic: "given", partitions } };
  return { ...common, ...own, seed, ...(from !== undefined && { from }) };
}
