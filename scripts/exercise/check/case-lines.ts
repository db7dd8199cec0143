import type { Case } from "../../../engine/grading/checks.ts";

/** A case as lines to read: one for each record and each command. */
export function linesOfCase({ records, commands = [] }: Case): string[] {
  const keys = new Set(records.map(({ key }) => key));
  const inLog = records.map(({ key, event, offset }, place) =>
    [
      `${offset ?? place}`,
      ...(keys.size > 1 ? [key] : []),
      event.type,
      JSON.stringify(event.data),
      ...(event.metadata?.id ? [event.metadata.id] : []),
    ].join(" "),
  );
  const asked = commands.map(({ type, data }) => `> ${type} ${JSON.stringify(data)}`);
  const all = [...inLog, ...asked];
  return all.length > 0 ? all : ["(no record)"];
}
