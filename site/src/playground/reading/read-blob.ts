import type { RawRecord } from "../../../../engine/fold/event.ts";
import type { Found } from "../playground-log.ts";
import type { ReadingMessage, ReadingQuestion } from "./reading-worker.ts";

export interface ReadLog {
  records: RawRecord[];
  found: Found;
}

/**
 * Reads a text or file in a worker, so that the page stays awake. `most` records are kept, all of them are counted and
 * looked at. Rejects with the reason as its message; with an `AbortError` once `signal` says so.
 */
export function readBlob(
  { blob, name, most }: ReadingQuestion,
  progress: (bytes: number, count: number) => void,
  signal: AbortSignal,
): Promise<ReadLog> {
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), {
    type: "module",
    name: "reading",
  });
  const records: RawRecord[] = [];
  return new Promise<ReadLog>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      if (data.kind === "progress") progress(data.bytes, data.count);
      else if (data.kind === "records") for (const record of data.records) records.push(record);
      else if (data.kind === "read") resolve({ records, found: data.found });
      else reject(new Error(data.why));
    };
    worker.postMessage({ blob, name, most } satisfies ReadingQuestion);
  }).finally(() => worker.terminate());
}
