import type { Json } from "../../engine/fold/json.ts";
import type { Scope, TraceMessage } from "../../engine/fold/trace.ts";
import type { Case } from "../../engine/grading/checks.ts";
import { LongFold, type LongParts } from "../../engine/long-fold/long-fold.ts";
import { listLog } from "./list-log.ts";

/** A log to fold, and how: into one state, or a state for each key. */
export interface ListedLog {
  topic: string;
  records: Case["records"];
  scope: Scope;
}

/** How far a fold has come: records folded, and milliseconds since it began. */
export interface FoldPoint {
  records: number;
  milliseconds: number;
}

/** What is heard of a fold: how far it has come, then its last state, or why it has none. */
export type FoldNews =
  | ({ kind: "point" } & FoldPoint)
  | ({ kind: "end"; state: Json } & FoldPoint)
  | { kind: "failed"; reason: string };

/** Folds a list of records with a reducer in the engine's lane for long logs. */
export async function foldList(
  parts: LongParts,
  { topic, records, scope }: ListedLog,
  source: string,
  tell: (news: FoldNews) => void,
): Promise<void> {
  const begun = parts.now();
  const hear = (message: TraceMessage) => {
    const milliseconds = parts.now() - begun;
    if (message.kind === "progress" && message.phase === "folding")
      tell({ kind: "point", records: message.records, milliseconds });
    if (message.kind !== "end") return;
    if (message.verdict === "ok")
      tell({ kind: "end", state: message.state, records: message.steps + message.skipped, milliseconds });
    else tell({ kind: "failed", reason: message.message });
  };
  const request = {
    runId: "figure",
    source,
    entry: { kind: "reducer" } as const,
    scope,
    seed: 0,
    log: listLog(topic, records),
  };
  await LongFold.fold(parts, request, hear);
}
