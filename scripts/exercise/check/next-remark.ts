import { isProblem, type Level, type Remark } from "../../authoring/remark.ts";

/** Files in the order in which the guide has them written: what comes first decides what follows from it. */
const written = [
  "log.ndjson",
  "log.ts",
  "commands.json",
  "events.d.ts",
  "solution.ts",
  "starter.ts",
  "README.md",
  "domain.ts",
  "messages.ts",
  "checks.ts",
  "exercise.yaml",
  "wrong",
  "hints",
  "logs.ts",
  "approaches",
  "design.md",
  "feedback.md",
];

/** So many remarks are shown whole. */
const most = 3;

/** The remarks in the order in which to work on them: problems before advice, then file by file. */
export function inOrderOfWork(remarks: Remark[], level: Level): Remark[] {
  const place = ({ file }: Remark) => {
    const at = written.findIndex((name) => file.split("/").includes(name));
    return at < 0 ? written.length : at;
  };
  const weight = (remark: Remark) => (isProblem(remark, level) ? 0 : 1);
  return remarks.toSorted((a, b) => weight(a) - weight(b) || place(a) - place(b));
}

/**
 * What is shown of an exercise's remarks: all where they are few, else those about the file to work on next. `folded` is
 * how many are not shown.
 */
export function nextToDo(remarks: Remark[], level: Level, all: boolean): { shown: Remark[]; folded: number } {
  const ordered = inOrderOfWork(remarks, level);
  if (all || ordered.length <= most) return { shown: ordered, folded: 0 };
  const file = ordered[0]?.file;
  const shown = ordered.filter((remark) => remark.file === file).slice(0, most);
  return { shown, folded: ordered.length - shown.length };
}

/** "… and 12 further remarks; see them with --all" */
export function foldedLine(folded: number): string {
  return `… and ${folded} further ${folded === 1 ? "remark" : "remarks"}; see ${folded === 1 ? "it" : "them"} with --all`;
}
