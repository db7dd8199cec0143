import { countOf } from "../../authoring/count-of.ts";
import { isProblem, type Level, type Remark } from "../../authoring/remark.ts";
import type { Examined } from "./check-exercise.ts";
import type { MutantsRow } from "./mutants.ts";

/** The table of the mutants: how many of each solution were caught, and why the others were not. */
export function mutantsTable(rows: MutantsRow[]): string {
  const cells = rows.map(({ id, mutants, caught, survivors }) => [
    id,
    String(mutants),
    String(caught),
    String(survivors.length),
  ]);
  const [all, caught] = [sumOf(rows.map(({ mutants }) => mutants)), sumOf(rows.map((row) => row.caught))];
  const whole = ["all", String(all), String(caught), String(all - caught)];
  const lines = inColumns([["exercise", "mutants", "caught", "survivors"], ...cells, whole]);
  const why = rows.flatMap(({ id, survivors }) =>
    survivors.map(({ name, why: reason }) => `  ${id}, ${name}: ${reason ?? "nobody has said why"}`),
  );
  return [...lines, ...(why.length > 0 ? ["", "Survivors and why:", ...why] : [])].join("\n");
}

function inColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

/** The last line: how many problems, how much advice, how many mutants were caught. */
export function lastLine(all: Examined[], shared: Remark[]): string {
  const { problems, advice } = countRemarks(all, shared);
  const rows = all.flatMap(({ mutants }) => (mutants ? [mutants] : []));
  const [mutants, caught] = [sumOf(rows.map((row) => row.mutants)), sumOf(rows.map((row) => row.caught))];
  const share =
    mutants === 0 ? "" : `, ${((100 * caught) / mutants).toFixed(1)} % of ${mutants} mutants caught`;
  return `${countOf(all.length, "exercise")}: ${countOf(problems, "problem")}, ${advice} advice${share}`;
}

/** What belongs to no single exercise is held to the course's level where one of the exercises is of that level. */
export function countRemarks(all: Examined[], shared: Remark[]): { problems: number; advice: number } {
  const judged = [
    ...all.flatMap(({ remarks, level }) => remarks.map((remark) => isProblem(remark, level))),
    ...shared.map((remark) => isProblem(remark, sharedLevel(all))),
  ];
  const problems = judged.filter(Boolean).length;
  return { problems, advice: judged.length - problems };
}

export function sharedLevel(all: Examined[]): Level {
  return all.some(({ level }) => level === "course") ? "course" : "class";
}

function sumOf(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
