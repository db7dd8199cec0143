import { globSync } from "node:fs";
import { join } from "node:path";
import type { SentenceTable } from "../message.ts";

const folder = join(import.meta.dirname, "../english");

/** The tables of `english/`, by the name of their file. */
export const englishTables = new Map<string, SentenceTable[]>();
for (const file of globSync("*.ts", { cwd: folder }).toSorted())
  englishTables.set(file, Object.values(await import(join(folder, file))));

/** All sentences of the engine and the server, by code. */
export const englishSentences: SentenceTable = Object.assign({}, ...[...englishTables.values()].flat());
