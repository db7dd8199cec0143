import type { Case } from "../../engine/grading/checks.ts";

/** A log for people, each line indented: a record a line, then its commands. */
export function formatLog({ records, commands = [] }: Pick<Case, "records" | "commands">): string {
  return [
    ...records.map(({ key, event }) => `\n    ${key}  ${event.type} ${JSON.stringify(event.data)}`),
    ...commands.map(({ type, data }) => `\n    command  ${type} ${JSON.stringify(data)}`),
  ].join("");
}
