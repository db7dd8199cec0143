import { versionWords } from "../../../../language/english/compare.ts";
import { language } from "../../../../language/english/language.ts";
import type { CodeVersion } from "../../exercise/code-versions/code-versions.ts";

/** "14:35, checked, not passed"; with the day where it is not today's. */
export function nameOf(version: CodeVersion, now = new Date()): string {
  const at = new Date(version.at);
  const isToday = at.toDateString() === now.toDateString();
  const when = new Intl.DateTimeFormat(language.code, {
    ...(!isToday && { day: "numeric", month: "short" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
  return versionWords.name(when, verdictOf(version));
}

function verdictOf({ passed, verdict }: CodeVersion): string {
  if (passed) return versionWords.passed;
  if (verdict === null) return versionWords.notRun;
  if (verdict !== "ok") return versionWords.stopped;
  return passed === null ? versionWords.run : versionWords.failed;
}
