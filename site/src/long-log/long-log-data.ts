import type { LongLog } from "../../../engine/long-fold/long-log.ts";
import type { RepeatedLog } from "./repeated-log.ts";

/** A long log that the page holds, as it is handed to the worker that folds it. */
export type LongLogData =
  /** A file with one record on each line; `topic` is what its records are said to lie in. */
  { kind: "lines"; topic: string; file: Blob } | RepeatedLog;

/** Opens a long log, in the page or in a worker. A file is read through once, to learn where its lines begin. */
export async function openLongLog(data: LongLogData): Promise<LongLog> {
  if (data.kind === "lines") return (await import("./long-log-lines.ts")).longLogLines(data.file, data.topic);
  return (await import("./repeated-log.ts")).repeatedLog(data);
}
