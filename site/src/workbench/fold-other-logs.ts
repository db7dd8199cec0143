import type { Position, RawRecord } from "../../../engine/fold/event.ts";
import type { Scope } from "../../../engine/fold/trace.ts";
import { placeCase } from "../../../engine/grading/fold-job.ts";
import type { CheckOutcome } from "../../../engine/protocol/response-types.ts";
import { otherLogWords } from "../../../language/english/other-logs.ts";
import type { FoldedLog } from "../exercise/folded-log.ts";
import type { LongLogData } from "../long-log/long-log-data.ts";
import { stepAt } from "./state/grow-trace.ts";
import { stepOfKey } from "./state/state-of-key.ts";
import type { StepAfterRun } from "./state/tape-state.ts";
import type { WorkbenchModel } from "./workbench-model.ts";

/*
 * Puts other logs than the exercise's own on the tape. These functions are not part of the stores, so that they are loaded
 * together with the panels that call them.
 */

type Parts = Pick<WorkbenchModel, "tape" | "code" | "exercise">;

/** Folds given records; `scope` where they are not folded as the exercise's own log. */
export function foldRecords(
  parts: Parts,
  title: string,
  records: RawRecord[],
  landing: StepAfterRun = "end",
  scope?: Scope,
): void {
  foldOwn(parts, title, { kind: "records", records, ...(scope && { scope }) }, records, landing);
}

/** Folds the whole of a topic. */
export function foldTopic(parts: Parts, topic: string, landing: StepAfterRun = "end"): void {
  foldOwn(parts, titleOf(topic), { kind: "topic", topic }, [], landing);
}

/** Folds a log too long to be held as a list, in this browser; `scope` where it is not the exercise's. */
export function foldLong(parts: Parts, title: string, data: LongLogData, scope?: Scope): void {
  foldOwn(parts, title, { kind: "long", log: data, ...(scope && { scope }) }, [], "end");
}

/** Opens the smallest log that fails a check, folded by `source`, at its end, where it fails. */
export function foldSmallest({ tape }: Parts, { title, counterexample }: CheckOutcome, source: string): void {
  if (!counterexample) return;
  const log = { kind: "given" as const, given: counterexample };
  const { records } = placeCase(counterexample);
  tape.fold({
    source,
    log,
    tape: { kind: "smallest", title: otherLogWords.smallestLog(title), log, records, divergence: null },
    landing: "end",
  });
}

/**
 * Opens the fold at a record: on the exercise's own log if it is part of it, else on its whole topic. `recorded` are that
 * topic's records, for when there is no server.
 */
export function openRecord(parts: Parts, position: Position, recorded?: RawRecord[]): void {
  const { tape, exercise } = parts;
  const { lesson, tape: shown } = tape.$state.get();
  const step = position.topic === exercise.topic ? stepAt(lesson.trace, position) : -1;
  const onTape = lesson.trace.steps[step]?.position;
  if (onTape?.partition !== position.partition || onTape.offset !== position.offset) {
    if (recorded) foldRecords(parts, titleOf(position.topic), recorded, position);
    else foldTopic(parts, position.topic, position);
    return;
  }
  tape.touch();
  if (shown.kind !== "lesson") tape.back();
  tape.dispatch({ type: "go", to: step });
}

function foldOwn(
  { tape, code }: Parts,
  title: string,
  log: FoldedLog,
  records: RawRecord[],
  landing: StepAfterRun,
): void {
  const source = code.$source.get();
  const isByKey = "scope" in log && log.scope === "by-key";
  const shown = { kind: "own" as const, title, log, records, divergence: null };
  tape.fold({ source, log, tape: { ...shown, ...(isByKey && { stepOf: stepOfKey }) }, landing });
}

function titleOf(topic: string): string {
  return topic.startsWith("mine.") ? otherLogWords.ownLog(topic) : otherLogWords.topicLog(topic);
}
