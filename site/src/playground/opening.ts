import type { RawRecord } from "../../../engine/fold/event.ts";
import { mergeOrder } from "../../../engine/fold/merge.ts";
import { limits } from "../../../engine/sandbox/limits.ts";
import { open as words } from "../../../language/english/playground.ts";
import { apiBelow } from "../session/server.ts";
import { readFile } from "../sharing/file.ts";
import { isShared, linkTo, readFragment } from "../sharing/fragment.ts";
import type { Shared, SharedLog } from "../sharing/shared.ts";
import { readExercise, writeExercise } from "../workbench/memory.ts";
import { type Draft, keepDraft, readDraft } from "./draft.ts";
import { firstLog } from "./first-log.ts";
import { type Choices, firstChoices, type OpenLog, type Origin, openRecords } from "./open-log.ts";
import { enter, memoryOf, type Workspace } from "./playground.ts";
import { readBlob } from "./reading/read.ts";

/** So many records are held as a list, each with its step; more are read again where they are looked at. */
const mostRecords = limits.traceRecords;

/** Hears how far a reading is, in bytes of all bytes and in records. */
export type Progress = (bytes: number, total: number, count: number) => void;

const never = new AbortController().signal;

/** Reads a text or file as a log. Rejects with a sentence where not one record is in it. */
export async function openBlob(
  blob: Blob,
  name: string,
  origin: Origin,
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
  const byPartition = Object.values(Object.groupBy(records, ({ position }) => position.partition));
  return openRecords(topic, mergeOrder(byPartition as RawRecord[][]), { kind: "data-set" });
}

/** A topic of the server's: one of the course, or of the visitor's own. */
export async function openTopic(base: string, topic: string, signal = never): Promise<OpenLog> {
  const response = await answer(new URL(`logs/${topic}`, apiBelow(base)), signal);
  const read = await openBlob(await response.blob(), topic, { kind: "topic" }, () => {}, signal);
  return { ...read, name: topic };
}

/** Rejects with a sentence where nothing answers. */
async function answer(address: string | URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { signal }).catch(() => null);
  signal.throwIfAborted();
  if (!response?.ok) throw new Error(words.fetchFailed);
  return response;
}

/** The topics of the server; null where none answers. */
export async function topicsOf(base: string): Promise<string[] | null> {
  const response = await fetch(new URL("logs", apiBelow(base))).catch(() => null);
  if (!response?.ok) return null;
  return ((await response.json()) as { topics: string[] }).topics;
}

/**
 * Shows what the page is opened with: what its address brings, else what the browser kept of the visitor's own, else the
 * first log. Resolves to a sentence where a link or a kept log could not be opened.
 */
export async function begin(base: string): Promise<string | null> {
  const { hash } = location;
  if (!isShared(hash)) return enterDraft(base, "own");
  // Opened again by a reload: what was changed since then stays.
  if (readDraft("link")?.from === hash) return enterDraft(base, "link");
  const read = await readFragment(hash);
  const why = read.kind === "broken" ? read.why : await enterShared(base, read.shared, hash);
  if (why !== null) await enterDraft(base, "own");
  return why;
}

/** Shows a file that somebody shared. Resolves to a sentence where it could not be opened; null where it is no such file. */
export async function openSharedFile(base: string, text: string): Promise<{ why: string | null } | null> {
  if (!/^\s*\{\s*"offsetZero"/.test(text)) return null;
  const read = readFile(text);
  return { why: read.kind === "broken" ? read.why : await enterShared(base, read.shared, "file") };
}

async function enterShared(base: string, shared: Shared, from: string): Promise<string | null> {
  const { code, step = -1, playground, exercise } = shared;
  if (!playground) return exercise === undefined ? words.otherFile : leaveFor(base, exercise, shared);
  const { log, ...choices } = playground;
  try {
    const opened = await openShared(base, log);
    writeExercise(memoryOf({ workspace: "link", choices }), { code, cursor: step });
    keepDraft("link", { log: opened, choices }, from);
    enter("link", opened, choices);
    return null;
  } catch (problem) {
    return messageOf(problem);
  }
}

/** What belongs to an exercise opens on the exercise's own page. */
async function leaveFor(base: string, exercise: string, shared: Shared): Promise<string | null> {
  if (!/^[a-z0-9-]+$/.test(exercise)) return words.otherFile;
  const page = new URL(`${base.replace(/\/*$/, "")}/exercises/${exercise}/`, location.href);
  location.assign(await linkTo(page, shared));
  return null;
}

function openShared(base: string, log: SharedLog): Promise<OpenLog> | OpenLog {
  if (log.kind === "given") return openRecords(log.name, log.records, { kind: "given" });
  if (log.kind === "data-set")
    return log.topic === firstLog().name ? firstLog() : openDataSet(base, log.topic);
  return openTopic(base, log.slice.topic);
}

async function enterDraft(base: string, workspace: Workspace): Promise<string | null> {
  const draft = readDraft(workspace);
  if (draft === null) return null;
  try {
    enter(workspace, await openDraft(base, draft.log), draft.choices);
    return null;
  } catch (problem) {
    return messageOf(problem);
  }
}

function openDraft(base: string, log: Draft["log"]): Promise<OpenLog> | OpenLog {
  if (log.kind === "given") return openBlob(new Blob([log.text]), log.name, { kind: "given" });
  if (log.kind === "data-set") return openDataSet(base, log.name);
  return log.kind === "topic" ? openTopic(base, log.name) : firstLog();
}

/** Back from what a link brought to the visitor's own work, which the link never touched. */
export async function backToOwn(base: string): Promise<void> {
  history.replaceState(null, "", location.pathname + location.search);
  if ((await enterDraft(base, "own")) !== null || readDraft("own") === null) {
    enter("own", firstLog(), firstChoices);
  }
}

/** Takes what a link brought as the visitor's own, in place of what that was. */
export function keepAsOwn(log: OpenLog, choices: Choices): void {
  history.replaceState(null, "", location.pathname + location.search);
  const { code, cursor } = readExercise(memoryOf({ workspace: "link", choices }));
  const own = memoryOf({ workspace: "own", choices });
  writeExercise(own, { code, cursor, discarded: readExercise(own).code });
  keepDraft("own", { log, choices });
  enter("own", log, choices);
}

const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));
