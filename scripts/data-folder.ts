import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { giveUpOwnership, noteOwnership, ownerOf, takeOwnership } from "../services/processes/owner.ts";
import { StartFailure } from "../services/start-failure.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** DATA_DIR, else `.data` of the project: the log, what was built, and the logs of our parts. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return resolve(env.DATA_DIR || join(ROOT, ".data"));
}

/** Takes the data folder for this process. Throws a StartFailure that names the one that has it. */
export async function takeDataFolder(
  dataDir: string,
): Promise<{ tellUrl(url: string): Promise<void>; giveUp(): Promise<void> }> {
  const file = join(dataDir, "running.json");
  const other = await takeOwnership(file, "");
  if (other !== null) {
    const where = other.note === "" ? "" : ` at ${other.note}`;
    throw new StartFailure(
      "folder-in-use",
      `Offset Zero already runs on ${dataDir}${where} (process ${other.pid}). Use that one, end it, or name another folder with DATA_DIR.`,
    );
  }
  return { tellUrl: (url) => noteOwnership(file, url), giveUp: () => giveUpOwnership(file) };
}

/** The address of the Offset Zero that runs on this data folder; null where none does. */
export async function runningAt(dataDir: string): Promise<string | null> {
  const owner = await ownerOf(join(dataDir, "running.json"));
  return owner?.note || null;
}
