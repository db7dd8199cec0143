import type { Command } from "../fold/trace.ts";
import type { Case } from "./checks.ts";

/** What can be left out of a case. */
export type Part = { record: Case["records"][number] } | { command: Command };

export function removablePartsOf({ records, commands = [] }: Case): Part[] {
  return [...records.map((record) => ({ record })), ...commands.map((command) => ({ command }))];
}

export function caseWith(whole: Case, parts: Part[]): Case {
  return {
    ...whole,
    records: parts.flatMap((part) => ("record" in part ? [part.record] : [])),
    ...(whole.commands && { commands: parts.flatMap((part) => ("command" in part ? [part.command] : [])) }),
  };
}

/** How many records and commands a case has. */
export function sizeOf({ records, commands }: Case): number {
  return records.length + (commands?.length ?? 0);
}
