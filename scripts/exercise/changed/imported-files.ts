import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { rootFolder } from "../../data-folder.ts";

/** A module that a file imports: of this project, by a path or by the project's name. */
const named = /(?:from|import\(?)\s*"((?:\.{1,2}\/|offset-zero\/)[^"]+)"/g;

/** These files and all that they import, directly or not, as absolute paths. Installed packages are left out. */
export async function importedFiles(files: string[]): Promise<Set<string>> {
  const found = new Set(files.map((file) => resolve(file)));
  for (const file of found) {
    for (const next of await importsOf(file)) found.add(next);
  }
  return found;
}

async function importsOf(file: string): Promise<string[]> {
  if (!file.endsWith(".ts")) return [];
  // A file that is gone imports nothing; that it is gone is a change of its own.
  const text = await readFile(file, "utf8").catch(() => "");
  return [...text.matchAll(named)].map(([, name = ""]) =>
    name.startsWith("offset-zero/")
      ? join(rootFolder, name.slice("offset-zero/".length))
      : resolve(dirname(file), name),
  );
}
