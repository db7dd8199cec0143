import type { RawRecord } from "../../fold/event.ts";
import type { Json } from "../../fold/json.ts";
import { collectTrace } from "../../fold/states-of-trace.ts";
import type { Trace, TraceMessage } from "../../fold/trace.ts";
import type { LongParts } from "../../long-fold/long-fold.ts";
import type { LongLog } from "../../long-fold/long-log.ts";
import { checkSnapshotLaw, type TraceRecords } from "./check-snapshot-law.ts";
import type { ReplayCostCommand, ReplayedCode } from "./commands.ts";
import type { ReplayCostEvent } from "./events.ts";
import { intervalsFor, measureReplay } from "./measure-replay.ts";
import { reducerVersionOf, restoreSnapshot, takeSnapshot } from "./old-snapshot.ts";
import { readVersions } from "./read-versions.ts";

/** Records of the exercise's log that the law is checked on: it folds about n²/2 of them. */
const mostForLaw = 60;
const seed = 1;

/** A log of `times` rounds of these records. */
export type RepeatLog = (code: ReplayedCode, times: number) => LongLog;

/** Does what a command asks, and emits all that happens. Rejects with why it could not be done. */
export async function handleCommand(
  parts: LongParts,
  repeatLog: RepeatLog,
  command: ReplayCostCommand,
  emit: (event: ReplayCostEvent) => void,
): Promise<void> {
  if (command.type === "Stop") return;
  const { code } = command.data;
  const { exercise, records } = code;
  const trace = tracing(parts, code);
  switch (command.type) {
    case "MeasureReplay": {
      const log = repeatLog(code, Math.ceil(command.data.count / records.length));
      const { count } = log;
      const reducerVersion = reducerVersionOf(await trace([]));
      emit({ type: "MeasuringStarted", data: { exercise, count, reducerVersion } });
      const message = await measureReplay(
        { parts, input: { ...code, seed }, log },
        intervalsFor(count),
        emit,
      );
      emit({
        type: "MeasuringEnded",
        data: { reason: message === null ? "done" : "failed", message: message ?? "" },
      });
      return;
    }
    case "CheckSnapshotLaw": {
      const result = await checkSnapshotLaw(trace, records.slice(0, mostForLaw));
      return emit({ type: "LawChecked", data: { exercise, result } });
    }
    case "KeepSnapshot": {
      const snapshot = await takeSnapshot(trace, records);
      return emit({ type: "SnapshotKept", data: { exercise, snapshot } });
    }
    case "RestoreSnapshot": {
      const restored = await restoreSnapshot(trace, records, command.data.snapshot);
      return emit({ type: "SnapshotRestored", data: restored });
    }
    case "ReadVersions": {
      const rows = await readVersions(trace, records, command.data.current);
      return emit({ type: "VersionsRead", data: { exercise, rows } });
    }
  }
}

/** Folds by the engine's lane that keeps every step. */
function tracing({ engine }: LongParts, { source, entry, scope, slice }: ReplayedCode): TraceRecords {
  return async (records: RawRecord[], from?: Json): Promise<Trace> => {
    const messages: TraceMessage[] = [];
    const request = { runId: "replay-cost", source, entry, scope, slice, seed, records, twice: false };
    await engine.run({ ...request, ...(from !== undefined && { from }) }, (message) =>
      messages.push(message),
    );
    return collectTrace(messages);
  };
}
