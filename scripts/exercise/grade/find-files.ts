import type { Dirent, Stats } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UsageError } from "../../authoring/usage-error.ts";

/** A file that was handed in. `file` is its name in the results. */
export interface FoundFile {
  file: string;
  path: string;
  /** Why it is not read, where its name or kind says so already. */
  reason?: string;
}

export interface FoundFiles {
  files: FoundFile[];
  /** What holds no answers: hidden files and folders, and installed packages. */
  skipped: string[];
}

/**
 * The files that were named, and all files of the folders that were named, each once, in the order of their names. Throws
 * a UsageError for a path that is not there.
 */
export async function findFiles(paths: string[], except?: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [] };
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind.isDirectory()) await walk(path, paths.length === 1 ? "" : path, found);
    else found.files.push({ file: path, path, ...(!kind.isFile() && { reason: noFile }) });
  }
  const byPath = new Map(found.files.map((file) => [resolve(file.path), file]));
  if (except !== undefined) byPath.delete(resolve(except));
  return { ...found, files: [...byPath.values()] };
}

const noFile = "It is not a file but a link or a device, so it was not read. Put the file itself there.";

async function kindOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch {
    throw new UsageError(`There is no file or folder ${path}.`);
  }
}

/** `shown` is how the names of the files in it begin. */
async function walk(folder: string, shown: string, found: FoundFiles): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    const file = join(shown, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") found.skipped.push(file);
    else if (entry.isFile()) found.files.push({ file, path });
    else if (!entry.isDirectory()) found.files.push({ file, path, reason: noFile });
    else await walk(path, file, found);
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    throw new UsageError(`The folder ${folder} cannot be read. Allow it, or move it away.`);
  }
}
