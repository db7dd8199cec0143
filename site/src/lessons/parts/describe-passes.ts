import { provedWords } from "../../../../language/english/quiz-score.ts";
/** How an exercise was passed: over how many records of the lesson's log, on how many generated logs. */
export interface Pass {
  solution: "no" | "earned" | "asked";
  records: number;
  logs: number;
}

/** What a learner has shown in a lesson, in one or two sentences; empty while nothing is passed. */
export function describePasses(passes: (Pass | null)[]): string {
  const passed = passes.filter((pass) => pass !== null);
  if (passed.length === 0) return "";
  const records = passed.reduce((sum, pass) => sum + pass.records, 0);
  const logs = passed.reduce((sum, pass) => sum + pass.logs, 0);
  const sentences = [
    provedWords.folded(records, logs, passed.length),
    passes.length > 1 && provedWords.passed(passed.length, passes.length),
    passed.some((pass) => pass.solution !== "no") && provedWords.seen,
  ];
  return sentences.filter(Boolean).join(" ");
}
