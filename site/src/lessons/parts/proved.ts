/** How an exercise was passed: over how many records of the lesson's log, on how many generated logs. */
export interface Pass {
  solution: "no" | "earned" | "asked";
  records: number;
  logs: number;
}

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** What a learner has shown in a lesson, in one or two sentences; empty while nothing is passed. */
export function saysProved(passes: (Pass | null)[]): string {
  const passed = passes.filter((pass) => pass !== null);
  if (passed.length === 0) return "";
  const records = passed.reduce((sum, pass) => sum + pass.records, 0);
  const logs = passed.reduce((sum, pass) => sum + pass.logs, 0);
  const folded = `Your code folded ${count(records, "record", "records")} of the lesson’s log`;
  const held = logs > 0 ? `, and held on ${count(logs, "log", "logs")} it had never seen` : "";
  const how = passes.length > 1 ? ` ${passed.length} of ${passes.length} exercises passed.` : "";
  const seen = passed.some((pass) => pass.solution !== "no") ? " You had seen a solution; it counts." : "";
  return `${folded}${held}.${how}${seen}`;
}
