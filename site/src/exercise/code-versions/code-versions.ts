import { type Verdict, verdicts } from "../../../../engine/fold/trace.ts";

/** One version of a learner's code: a source that was run, checked, or replaced by another tab; each source once. */
export interface CodeVersion {
  /** When it was run, checked or replaced last, ISO 8601. */
  at: string;
  source: string;
  /** How its last run ended, or the run of its last check; null where it was not run. */
  verdict: Verdict | null;
  /** What its checks came to, the best of them; null where it was not checked. */
  passed: boolean | null;
}

/** So many versions of an exercise are kept, and so many characters of code: a browser gives a site about five million. */
export const versionLimits = { versions: 50, characters: 60_000 };

/** Verdicts that say nothing of the code. */
export const verdictsNotAboutCode: Verdict[] = ["engine-fault", "busy", "log-unavailable", "cancelled"];

/**
 * The versions, oldest first, with one more that was just run or checked. A source that is there already moves to the
 * end and keeps the best that was said of it. Above the limits the oldest that never passed goes first, then the oldest.
 */
export function withVersion(versions: CodeVersion[], next: CodeVersion): CodeVersion[] {
  const saysNothing = next.verdict !== null && verdictsNotAboutCode.includes(next.verdict);
  if (saysNothing || next.source.length > versionLimits.characters) return versions;
  const before = versions.find(({ source }) => source === next.source);
  const passed = before?.passed || next.passed || (before?.passed ?? next.passed);
  const verdict = next.verdict ?? before?.verdict ?? null;
  const kept = [...versions.filter((version) => version !== before), { ...next, verdict, passed }];
  return within(kept);
}

function within(versions: CodeVersion[]): CodeVersion[] {
  const kept = [...versions];
  while (kept.length > 1 && isTooMuch(kept)) {
    const older = kept.slice(0, -1);
    const oldest = older.findIndex(({ passed }) => !passed);
    kept.splice(Math.max(0, oldest), 1);
  }
  return kept;
}

function isTooMuch(versions: CodeVersion[]): boolean {
  const characters = versions.reduce((sum, { source }) => sum + source.length, 0);
  const others = versions.filter(({ passed }) => !passed).length;
  return others > versionLimits.versions || characters > versionLimits.characters;
}

/** What can be read as versions of what a browser or a file holds; the rest is left out. */
export function readVersions(value: unknown): CodeVersion[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one): CodeVersion[] => {
    if (typeof one !== "object" || one === null) return [];
    const { at, source, verdict, passed } = one as Partial<CodeVersion>;
    if (typeof source !== "string" || typeof at !== "string" || Number.isNaN(Date.parse(at))) return [];
    const known = verdict === null ? null : verdicts.find((each) => each === verdict);
    if (known === undefined) return [];
    return [{ at, source, verdict: known, passed: typeof passed === "boolean" ? passed : null }];
  });
}
