import { scanSql } from "../../labs/database/scan-sql.ts";

/** One thing to do: a statement with how its result is asked for, or a backslash command with its words. */
export type PsqlCommand =
  | { kind: "statement"; text: string; expanded: boolean }
  | { kind: "backslash"; name: string; words: string[] };

/** What a text consists of, and what is left of it: a statement whose end has not come. */
export interface SplitInput {
  commands: PsqlCommand[];
  rest: string;
}

/** Splits what was typed at its semicolons and backslash commands, outside of quotes, comments and parentheses. */
export function splitInput(text: string): SplitInput {
  const commands: PsqlCommand[] = [];
  let rest = text;
  for (;;) {
    const end = endOf(rest);
    if (end === null) return { commands, rest };
    const before = rest.slice(0, end.at);
    if (end.sign === ";") {
      if (hasCode(before)) commands.push({ kind: "statement", text: `${before.trim()};`, expanded: false });
      rest = rest.slice(end.at + 1);
      continue;
    }
    const [line = ""] = rest.slice(end.at + 1).split("\n", 1);
    const [name = "", ...words] = line.trim().split(/\s+/);
    const after = rest.slice(end.at + 1 + line.length);
    if (/^gx?$/.test(name) && words.length === 0 && hasCode(before)) {
      commands.push({ kind: "statement", text: before.trim(), expanded: name === "gx" });
      rest = after;
    } else {
      commands.push({ kind: "backslash", name, words });
      rest = before + after;
    }
  }
}

/** Whether there is anything but blanks and comments. */
export function hasCode(text: string): boolean {
  return [...scanSql(text)].some(
    ({ kind, start, end }) => kind !== "comment" && text.slice(start, end).trim() !== "",
  );
}

function endOf(text: string): { at: number; sign: ";" | "\\" } | null {
  let depth = 0;
  for (const piece of scanSql(text)) {
    if (piece.kind !== "code") continue;
    for (let at = piece.start; at < piece.end; at++) {
      const character = text[at];
      if (character === "(") depth++;
      else if (character === ")") depth--;
      else if (character === "\\") return { at, sign: "\\" };
      else if (character === ";" && depth <= 0) return { at, sign: ";" };
    }
  }
  return null;
}
