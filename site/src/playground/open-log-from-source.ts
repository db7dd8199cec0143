import type { RawRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge-order.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { open as words } from "../../../language/english/playground.ts";
import { apiUrl } from "../session/server-address.ts";
import { type LogOrigin, type OpenLog, openRecords } from "./playground-log.ts";
import { readBlob } from "./reading/read-blob.ts";

/** So many records are held as a list, each with its step; more are read again where they are looked at. */
const mostRecords = limits.traceRecords;

/** Hears how far a reading is, in bytes of all bytes and in records. */
export type Progress = (bytes: number, total: number, count: number) => void;

const never = new AbortController().signal;

/** Reads a text or file as a log. Rejects with a sentence where not one record is in it. */
export async function openBlob(
  blob: Blob,
  name: string,
  origin: LogOrigin,
  progress: Progress = () => {},
  signal = never,
): Promise<OpenLog> {
  const read = await readBlob(
    { blob, name: topicName(name), most: mostRecords },
    (bytes, count) => progress(bytes, blob.size, count),
    signal,
  );
  const isLong = read.found.count > read.records.length;
  return {
    origin,
    name: read.records[0]?.position.topic ?? topicName(name),
    ...read,
    ...(isLong && { file: blob }),
  };
}

/** A name that Kafka would take for a topic: the file's without its ending, other characters as hyphens. */
function topicName(name: string): string {
  const plain = name.replace(/\.[a-z]+$/i, "").replaceAll(/[^\w.-]+/g, "-");
  return plain.replaceAll(/^-+|-+$/g, "").slice(0, 60) || "log";
}

/** A log of the course that the site carries, in the order in which it is folded. */
export async function openDataSet(base: string, topic: string, signal = never): Promise<OpenLog> {
  const response = await answer(`${base.replace(/\/*$/, "")}/recorded/${topic}.json`, signal);
  const { records } = (await response.json()) as { records: RawRecord[] };
  return openRecords(topic, inFoldOrder(records), { kind: "data-set" });
}

function inFoldOrder(records: RawRecord[]): RawRecord[] {
  const byPartition = Object.groupBy(records, ({ position }) => position.partition);
  return mergeOrder(Object.values(byPartition) as RawRecord[][]);
}

/** A topic of the server's: one of the course, or of the visitor's own, in the order in which it is folded. */
export async function openTopic(base: string, topic: string, signal = never): Promise<OpenLog> {
  const response = await answer(new URL(`logs/${topic}`, apiUrl(base)), signal);
  const read = await openBlob(await response.blob(), topic, { kind: "topic" }, () => {}, signal);
  return { ...read, name: topic, records: inFoldOrder(read.records) };
}

/** Rejects with a sentence where nothing answers. */
async function answer(address: string | URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal }).catch(() => null);
  signal.throwIfAborted();
  if (!response?.ok) throw new Error(words.fetchFailed);
  return response;
}
