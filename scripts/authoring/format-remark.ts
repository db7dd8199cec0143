import { isProblem, type Level, type Remark } from "./remark.ts";

/** A remark as a terminal shows it: the place first, then what is wrong, then what to do. */
export function formatRemark(remark: Remark, level: Level): string {
  const { file, line, wrong, next } = remark;
  const place = line === undefined ? file : `${file}:${line}`;
  const kind = isProblem(remark, level) ? "" : " (advice)";
  return [`${place}${kind}`, ...indented(wrong), ...indented(`→ ${next}`)].join("\n");
}

function indented(text: string): string[] {
  return text.split("\n").map((line) => `    ${line}`);
}
