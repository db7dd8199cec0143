import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Verdict, verdicts } from "../../../engine/fold/trace.ts";
import { withVersion } from "../exercise/code-versions/code-versions.ts";
import { versionsOf } from "../exercise/code-versions/keep-version.ts";
import { readExercise, writeExercise, writeVersions } from "../exercise/exercise-memory.ts";
import { keptNames } from "../storage/local-storage.ts";
import { inOrder } from "./merge-progress-logs.ts";
import { type ProgressRecord, progressEvent } from "./progress-event.ts";

/**
 * The code that is kept with the exercises, drafts and versions, as events. It lies with each exercise and joins the log
 * when the log is read whole. The same code of an exercise is the same event in every file.
 */
export function codeKeptEvents(): ProgressRecord[] {
  return exercisesWithCode().flatMap((id) => {
    const versions = versionsOf(id);
    const { code } = readExercise(id);
    const isVersion = code === undefined || versions.some(({ source }) => source === code);
    return [
      ...versions.map(({ at, source, verdict, passed }) =>
        codeKept(id, source, at, { ...(verdict && { verdict }), ...(passed !== null && { passed }) }),
      ),
      ...(isVersion ? [] : [codeKept(id, code)]),
    ];
  });
}

/** The exercises of which some code is kept. */
export function exercisesWithCode(): string[] {
  const drafts = keptNames("exercise/").filter((id) => readExercise(id).code !== undefined);
  return [...new Set([...drafts, ...keptNames("versions/")])].sort();
}

function codeKept(
  exercise: string,
  source: string,
  at?: string,
  ended: { verdict?: string; passed?: boolean } = {},
): ProgressRecord {
  const hash = bytesToHex(sha256(utf8ToBytes(source))).slice(0, 20);
  return progressEvent("CodeKept", { exercise, source, ...ended }, at, `code ${exercise} ${hash}`);
}

/**
 * Gives every exercise its versions back, and the newest code as its draft where there is none. Gives the events that
 * found no place there: drafts beside one's own, and versions beyond those that are kept.
 */
export function importCode(log: ProgressRecord[]): ProgressRecord[] {
  const newestFirst = inOrder(log).reverse();
  for (const { event } of newestFirst) {
    if (event.type !== "CodeKept") continue;
    const { exercise, source } = event.data;
    if (readExercise(exercise).code === undefined) writeExercise(exercise, { code: source });
  }
  for (const id of new Set(log.map(({ key }) => key))) {
    const versions = inOrder(log).flatMap(({ key, event }) => {
      if (key !== id || event.type !== "CodeKept" || !isVerdict(event.data.verdict)) return [];
      const { source, verdict, passed = null } = event.data;
      return [{ at: event.metadata.occurredAt, source, verdict, passed }];
    });
    const all = [...versionsOf(id), ...versions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    if (versions.length > 0) writeVersions(id, all.reduce(withVersion, []));
  }
  const placed = new Set(codeKeptEvents().map(({ event }) => event.metadata.id));
  return log.filter(({ event }) => !placed.has(event.metadata.id));
}

const isVerdict = (text: string | undefined): text is Verdict => verdicts.includes(text as Verdict);
