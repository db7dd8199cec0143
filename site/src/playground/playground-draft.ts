import { isObject } from "../../../engine/fold/json.ts";
import { entryOf, scopeOf, viewOf } from "../exercise/link/shared-link-schema.ts";
import { type Choices, defaultChoices, lineOf, type OpenLog } from "./playground-log.ts";
import { draftKey, type Workspace } from "./playground-store.ts";

/** The log of a workspace as the browser keeps it: by its name where it can be fetched again, else in full. */
export interface Draft {
  log:
    | { kind: "first" }
    | { kind: "data-set"; name: string }
    | { kind: "topic"; name: string }
    | { kind: "given"; name: string; text: string };
  choices: Choices;
  /** The link that the workspace was opened with. */
  from?: string;
}

/** The browser has about five million characters for the whole course; a log takes no more than these. */
const longest = 1_500_000;

/** Keeps what is on the tape for the next visit. Gives whether it could be kept whole. */
export function keepDraft(
  workspace: Workspace,
  { log, choices }: { log: OpenLog; choices: Choices },
  from = readDraft(workspace)?.from,
): boolean {
  const { origin, name, records, found } = log;
  let kept: Draft["log"] = { kind: "first" };
  if (origin.kind === "given") kept = { kind: "given", name, text: records.map(lineOf).join("\n") };
  else if (origin.kind !== "first") kept = { kind: origin.kind, name };
  const fits = kept.kind !== "given" || (kept.text.length <= longest && found.count === records.length);
  try {
    // A log that was kept before does not come back in place of one that is too long.
    localStorage.setItem(
      draftKey(workspace),
      JSON.stringify({ log: fits ? kept : { kind: "first" }, choices, from }),
    );
    return fits;
  } catch {
    // A private window, or the disk is full.
    return false;
  }
}

/** What was kept; null where nothing was, or nothing that can be read. */
export function readDraft(workspace: Workspace): Draft | null {
  try {
    const { log, choices, from } = JSON.parse(localStorage.getItem(draftKey(workspace)) ?? "null") ?? {};
    const read = draftLog(log);
    return read && { log: read, choices: draftChoices(choices), ...(typeof from === "string" && { from }) };
  } catch {
    return null;
  }
}

function draftLog(log: unknown): Draft["log"] | null {
  if (!isObject(log)) return null;
  const { kind, name, text } = log;
  if (kind === "first") return { kind };
  if (typeof name !== "string") return null;
  if (kind === "data-set" || kind === "topic") return { kind, name };
  return kind === "given" && typeof text === "string" ? { kind, name, text } : null;
}

function draftChoices(choices: unknown): Choices {
  if (!isObject(choices)) return defaultChoices;
  return {
    entry: entryOf(choices.entry) ?? defaultChoices.entry,
    scope: scopeOf(choices.scope) ?? defaultChoices.scope,
    view: viewOf(choices.view) ?? defaultChoices.view,
  };
}
