import { open as words } from "../../../language/english/playground.ts";
import { readExercise, writeExercise } from "../exercise/exercise-memory.ts";
import { isShared, linkTo } from "../exercise/link/link-fragment.ts";
import { readFile, readFragment } from "../exercise/link/read-link.ts";
import type { Shared, SharedLog } from "../exercise/link/shared-link-types.ts";
import { firstLog } from "./first-log.ts";
import { openBlob, openDataSet, openTopic } from "./open-log-from-source.ts";
import { type Draft, keepDraft, readDraft } from "./playground-draft.ts";
import { type Choices, defaultChoices, type OpenLog, openRecords } from "./playground-log.ts";
import { isDefaultPlayground, memoryOf, type Workspace } from "./playground-store.ts";
import { openWorkspaceLog } from "./show-log.ts";

/**
 * Shows what the page is opened with: what its address brings, else what the browser kept of the visitor's own, else the
 * first log. Resolves to a sentence where a link or a kept log could not be opened.
 */
export async function loadWorkspace(base: string): Promise<string | null> {
  const { hash } = location;
  if (!isShared(hash)) return enterKept(base, "own");
  // Opened again by a reload: what was changed since then stays.
  if (readDraft("link")?.from === hash) return enterKept(base, "link");
  const read = await readFragment(hash);
  const why = read.kind === "broken" ? read.why : await enterShared(base, read.shared, hash);
  if (why !== null) await enterKept(base, "own");
  return why;
}

/** As the page opens: whoever has put a log on the tape by then keeps it there. */
function enterKept(base: string, workspace: Workspace): Promise<string | null> {
  return enterDraft(base, workspace, isDefaultPlayground);
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
    openWorkspaceLog("link", opened, choices);
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

async function enterDraft(base: string, workspace: Workspace, wanted = () => true): Promise<string | null> {
  const draft = readDraft(workspace);
  if (draft === null) return null;
  try {
    const log = await openDraft(base, draft.log);
    if (wanted()) openWorkspaceLog(workspace, log, draft.choices);
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
export async function leaveSharedWorkspace(base: string): Promise<void> {
  history.replaceState(null, "", location.pathname + location.search);
  if ((await enterDraft(base, "own")) !== null || readDraft("own") === null) {
    openWorkspaceLog("own", firstLog(), defaultChoices);
  }
}

/** Takes what a link brought as the visitor's own, in place of what that was. */
export function keepAsOwn(log: OpenLog, choices: Choices): void {
  history.replaceState(null, "", location.pathname + location.search);
  const { code, cursor } = readExercise(memoryOf({ workspace: "link", choices }));
  const own = memoryOf({ workspace: "own", choices });
  writeExercise(own, { code, cursor, discarded: readExercise(own).code });
  keepDraft("own", { log, choices });
  openWorkspaceLog("own", log, choices);
}

const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));
