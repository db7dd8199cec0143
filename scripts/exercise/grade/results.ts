import { existsSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { UsageError } from "../../authoring/usage-error.ts";
import type { Grade } from "../grade-answers.ts";
import { csv } from "./csv.ts";

/** What became of one file that was handed in. */
export interface Result extends Grade {
  exercise: string;
  file: string;
}

/** One line for each result. */
export const resultsAsCsv = (results: Result[]): string =>
  csv(["file", "passed", "check", "offset", "message"], results);

/** Without this mark at the beginning, some spreadsheets take a file for one of their own old encoding. */
const utf8Mark = "\u{FEFF}";

const formats: Record<string, (results: Result[]) => string> = {
  ".csv": (results) => `${utf8Mark}${resultsAsCsv(results)}\r\n`,
  ".json": (results) => `${JSON.stringify(results, null, 2)}\n`,
};

/** Throws a UsageError where results could not be written there: it is better to know before everything is graded. */
export function expectWritable(out: string): void {
  if (!Object.hasOwn(formats, extname(out)))
    throw new UsageError(`${out} ends with neither .csv nor .json. The ending says how results are written.`);
  if (!existsSync(dirname(out)))
    throw new UsageError(`There is no folder ${dirname(out)}. Make it, or write ${out} somewhere else.`);
  if (existsSync(out) && !statSync(out).isFile())
    throw new UsageError(`${out} is a folder. Give --out the name of a file.`);
}

export async function writeResults(out: string, results: Result[]): Promise<void> {
  await writeFile(out, formats[extname(out)]?.(results) ?? "");
}
