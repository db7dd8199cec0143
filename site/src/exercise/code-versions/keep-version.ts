import type { Verdict } from "../../../../engine/fold/trace.ts";
import { rememberedVersions, writeVersions } from "../exercise-memory.ts";
import { type CodeVersion, readVersions, withVersion } from "./code-versions.ts";

/** The versions of an exercise's code that this browser remembers, oldest first. */
export const versionsOf = (exercise: string): CodeVersion[] => readVersions(rememberedVersions(exercise));

/** Remembers code that was just run (`passed` is null) or checked; with no verdict, code that was not run. */
export function keepVersion(
  exercise: string,
  source: string,
  verdict: Verdict | null,
  passed: boolean | null,
): void {
  const at = new Date().toISOString();
  writeVersions(exercise, withVersion(versionsOf(exercise), { at, source, verdict, passed }));
}
