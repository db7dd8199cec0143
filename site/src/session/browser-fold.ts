import type { TraceMessage } from "../../../engine/fold/trace.ts";
import { placeCase } from "../../../engine/grading/cases.ts";
import type { Case } from "../../../engine/grading/checks.ts";
import type { LinesMessage } from "../../../engine/lit-lines/messages.ts";
import type { RunRequest } from "../../../engine/sandbox/run-request.ts";
import type { ExercisePayload } from "../workbench/payload.ts";
import { bundledSeed } from "./bundled-seed.ts";
import type { FoldedLog, FoldRequest, Handle } from "./session.ts";
import { foldInWorker, linesInWorker } from "./worker-pool.ts";

/** One fold of the lesson's recorded log, or of a given one, in a worker of this browser. */
export function runInBrowser(
  { payload, source, log, asks }: FoldRequest,
  listen: (message: TraceMessage) => void,
): Handle {
  return foldInWorker({ ...requestOf(payload, source, givenIn(log)), ...asks }, listen);
}

/** The lines that each step of the same fold goes through. */
export function linesInBrowser(
  { payload, source, log }: FoldRequest,
  listen: (message: LinesMessage) => void,
): Handle {
  return linesInWorker(requestOf(payload, source, givenIn(log)), listen);
}

const givenIn = (log: FoldedLog) => (log.kind === "given" ? log.given : null);

export function requestOf(
  { exercise, records }: ExercisePayload,
  source: string,
  given: Case | null,
): RunRequest {
  const { entry, scope, slice } = exercise;
  const common = { runId: "browser", source, entry, scope, seed: bundledSeed };
  if (!given) {
    const { commands, args } = exercise;
    return { ...common, records, slice, ...(commands && { commands }), ...(args && { args }) };
  }
  const placed = placeCase(given);
  const partitions = [{ partition: 0, from: 0, to: placed.records.length }];
  return { ...common, ...placed, slice: { topic: "given", partitions } };
}
