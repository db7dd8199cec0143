import { statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { lockOwner, noteInLock, releaseLock, takeLock } from "../services/processes/lock-file.ts";
import { StartFailure } from "../services/start-failure.ts";

export const rootFolder = fileURLToPath(new URL("..", import.meta.url));

/** DATA_DIR, else `.data` of the project: the log, what was built, and the logs of our parts. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return resolve(env.DATA_DIR || join(rootFolder, ".data"));
}

/** Takes the data folder for this process. Throws a StartFailure that names the one that has it. */
export async function takeDataFolder(
  dataDir: string,
): Promise<{ tellUrl(url: string): Promise<void>; giveUp(): Promise<void> }> {
  const file = join(dataDir, "running.json");
  const other = await takeLock(file, "");
  if (other !== null) {
    const where = other.note === "" ? "" : ` at ${other.note}`;
    throw new StartFailure(
      "folder-in-use",
      `Offset Zero already runs on ${dataDir}${where} (process ${other.pid}). Use that one, stop it, or name another folder with DATA_DIR.`,
    );
  }
  return { tellUrl: (url) => noteInLock(file, url), giveUp: () => releaseLock(file) };
}

const notAllowed = ["EACCES", "EPERM", "EROFS"];
const noFolder = ["EEXIST", "ENOTDIR"];

/** What an error of the file system means where it is about the data folder; null for every other error. */
export function folderFailure(error: unknown, dataDir: string): StartFailure | null {
  const { code = "", path } = error as NodeJS.ErrnoException;
  if (typeof path !== "string" || !(isWithin(dataDir, path) || isWithin(path, dataDir))) return null;
  const other = "or name another folder with DATA_DIR";
  if (notAllowed.includes(code)) {
    const why = code === "EROFS" ? "its disk is mounted read-only" : "this user has no write access there";
    return new StartFailure(
      "folder-unusable",
      `Offset Zero keeps its data in ${dataDir} and cannot write ${path}: ${why}. Give this user write access to the folder and everything in it, ${other}.`,
    );
  }
  const file = noFolder.includes(code) ? fileInThePlaceOf(path) : null;
  if (file === null) return null;
  return new StartFailure(
    "folder-unusable",
    `Offset Zero keeps its data in ${dataDir}, but ${file} is a file, not a folder. Move that file away, ${other}.`,
  );
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The file that is on the way to this path, or at its place. */
function fileInThePlaceOf(path: string): string | null {
  try {
    return statSync(path).isFile() ? path : null;
  } catch {
    // Nothing is there, or something above it is no folder.
    const above = dirname(path);
    return above === path ? null : fileInThePlaceOf(above);
  }
}

/** The address of the Offset Zero that runs on this data folder; null where none does. */
export async function runningAt(dataDir: string): Promise<string | null> {
  const owner = await lockOwner(join(dataDir, "running.json"));
  return owner?.note || null;
}
