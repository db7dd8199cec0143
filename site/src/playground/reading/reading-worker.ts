import type { RawRecord } from "../../../../engine/fold/event.ts";
import { createLineSplitter } from "../../log-text/line-splitter.ts";
import { type LogReading, longestLine, readLog, readText } from "../../log-text/log-reading.ts";
import type { Found } from "../playground-log.ts";

/** What the page asks of the worker: to read a text or file, and to hand over so many of its records. */
export interface ReadingQuestion {
  blob: Blob;
  name: string;
  most: number;
}

export type ReadingMessage =
  | { kind: "progress"; bytes: number; count: number }
  | { kind: "records"; records: RawRecord[] }
  | { kind: "read"; found: Found }
  | { kind: "failed"; why: string };

/** A text up to this size may be one list in brackets, which has to be read as a whole. */
const wholeBytes = 4_000_000;
/** Progress is told no more often than this, in milliseconds. */
const tellEvery = 100;

const postToPage = (message: ReadingMessage) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ReadingQuestion>) => {
  read(data).catch((problem: unknown) =>
    postToPage({ kind: "failed", why: problem instanceof Error ? problem.message : String(problem) }),
  );
});

async function read({ blob, name, most }: ReadingQuestion): Promise<void> {
  let count = 0;
  /** Hands over what has been read; what is beyond `most` is counted and let go. */
  const handOver = (reading: LogReading) => {
    const records = reading.records.splice(0);
    const left = Math.max(0, most - count);
    if (left > 0 && records.length > 0) postToPage({ kind: "records", records: records.slice(0, left) });
    count += records.length;
  };
  const reading =
    blob.size <= wholeBytes
      ? readText(await blob.text(), name)
      : await readStream(blob, name, handOver, () => count);
  handOver(reading);
  const { lines, problems, bad, noEvents, types } = reading;
  postToPage({ kind: "read", found: { lines, problems, bad, noEvents, types, count } });
}

async function readStream(
  blob: Blob,
  name: string,
  handOver: (reading: LogReading) => void,
  count: () => number,
): Promise<LogReading> {
  const reading = readLog(name);
  const lines = createLineSplitter(longestLine);
  const decoder = new TextDecoder();
  const reader = blob.stream().getReader();
  let bytes = 0;
  let lastReport = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const line of lines.piece(decoder.decode(part.value, { stream: true }))) reading.read(line);
    bytes += part.value.length;
    handOver(reading);
    if (performance.now() - lastReport < tellEvery) continue;
    lastReport = performance.now();
    postToPage({ kind: "progress", bytes, count: count() });
  }
  for (const line of lines.piece(decoder.decode())) reading.read(line);
  reading.read(lines.rest());
  return reading;
}
