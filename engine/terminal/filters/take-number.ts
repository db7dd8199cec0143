import { CommandError } from "../command-error.ts";

/** How many lines: so many, all but so many (`-5`), or from one on (`+5`). */
export interface LineCount {
  sign: "" | "-" | "+";
  lines: number;
}

/** Throws `Stop` for what is no number of lines. */
export function lineCount(tool: string, text: string): LineCount {
  const [, sign = "", digits = ""] = /^([+-]?)(\d{1,15})$/.exec(text) ?? [];
  if (digits === "")
    throw new CommandError(`${tool}: invalid number of lines: '${text}'. Write for example -n 5.`);
  return { sign: sign as LineCount["sign"], lines: Number(digits) };
}

/** `-5`, an old way to write it, as `-n 5`. */
export function withoutOldNumber(words: string[]): string[] {
  const [first = "", ...rest] = words;
  return /^-\d+$/.test(first) ? ["-n", first.slice(1), ...rest] : words;
}
