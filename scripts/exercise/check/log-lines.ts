import { z } from "zod";
import type { Folder } from "../../../exercises/folder.ts";
import type { Remark } from "../../authoring/remark.ts";

const recordLine = z.object({
  key: z.string(),
  event: z.object({
    type: z.string().min(1),
    data: z.unknown(),
    metadata: z.object({ id: z.string().min(1), occurredAt: z.iso.datetime() }),
  }),
});

const example =
  'A line is { "key": …, "event": { "type": …, "data": …, "metadata": { "id": …, "occurredAt": … } } }.';

/**
 * What is wrong with the lines of `log.ndjson`. An id that comes again is only right where the exercise is about
 * duplicate delivery.
 */
export async function logLines(folder: Folder, mayRepeat: boolean): Promise<Remark[]> {
  const file = `${folder.shown}/log.ndjson`;
  if (!folder.has("log.ndjson")) {
    if (folder.has("log.ts")) return [];
    return [
      {
        file,
        wrong: "There is no log.",
        next: `Write one record a line, or export \`log\` from log.ts. ${example}`,
        needed: "always",
      },
    ];
  }
  const remarks: Remark[] = [];
  const seen = new Map<string, number>();
  for (const [at, text] of (await folder.text("log.ndjson")).split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = at + 1;
    const addRemark = (wrong: string, next: string) =>
      remarks.push({ file, line, wrong, next, needed: "always" });
    const result = recordLine.safeParse(parsed(text));
    if (!result.success) {
      const [issue] = result.error.issues;
      const what = issue?.path.join(".") ?? "";
      addRemark(
        what === "" ? "The line is not a JSON object." : `\`${what}\` is missing or invalid.`,
        what === "event.metadata.occurredAt" ? 'Write a time as "2026-03-02T09:02:31Z".' : example,
      );
      continue;
    }
    const { id } = result.data.event.metadata;
    const name = `${result.data.key} ${id}`;
    const earlier = seen.get(name);
    if (earlier !== undefined && !mayRepeat)
      addRemark(
        `Line ${earlier} already has the id ${id}.`,
        "Give the record its own id. An id may be repeated only with laws: { duplicates: true }.",
      );
    seen.set(name, line);
  }
  if (seen.size === 0 && remarks.length === 0)
    remarks.push({
      file,
      wrong: "The log is empty.",
      next: `Write one record a line. ${example}`,
      needed: "always",
    });
  return remarks;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
