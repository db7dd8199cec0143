import type { SqlFailure } from "../../labs/database/sql-answer.ts";
import { textWidth } from "./text-width.ts";

/** An error or a notice as psql writes it, with the line of the statement and a caret below the place. */
export function failureLines(
  { severity, message, detail, hint, position }: SqlFailure,
  statement: string,
): string[] {
  return [
    ...`${severity}:  ${message}`.split("\n"),
    ...(position === null ? [] : placeLines(statement, position)),
    ...(detail === null ? [] : `DETAIL:  ${detail}`.split("\n")),
    ...(hint === null ? [] : `HINT:  ${hint}`.split("\n")),
  ];
}

/** `position` counts characters from 1. */
function placeLines(statement: string, position: number): string[] {
  const before = [...statement]
    .slice(0, position - 1)
    .join("")
    .split("\n");
  const line = statement.split("\n")[before.length - 1] ?? "";
  const head = `LINE ${before.length}: `;
  return [head + line, `${" ".repeat(textWidth(head + (before.at(-1) ?? "")))}^`];
}
