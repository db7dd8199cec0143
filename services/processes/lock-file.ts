import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { commandLineOf } from "./process-by-pid.ts";

/** Who works on a folder now. `note` is free: the server keeps its address there. */
export interface LockOwner {
  pid: number;
  commandLine: string;
  note: string;
}

/**
 * Takes a folder for this process by a file in it. Returns the live owner that has it already, or null
 * when it is ours now. A file left by a crash does not count: its process is gone, or is another by now.
 */
export async function takeLock(file: string, note: string): Promise<LockOwner | null> {
  await mkdir(dirname(file), { recursive: true });
  const mine: LockOwner = {
    pid: process.pid,
    commandLine: (await commandLineOf(process.pid)) ?? "",
    note,
  };
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    for (;;) {
      try {
        // A hard link appears at once with its content, so nobody ever reads half a file.
        await link(draft, file);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = await lockOwner(file);
      if (owner !== null && owner.pid !== process.pid) return owner;
      await rm(file, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Changes the note of a folder that is ours. */
export async function noteInLock(file: string, note: string): Promise<void> {
  const owner = JSON.parse(await readFile(file, "utf8")) as LockOwner;
  await writeFile(`${file}.new`, JSON.stringify({ ...owner, note }));
  await rename(`${file}.new`, file);
}

export async function releaseLock(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Who has a folder now, by the file in it; null where nobody alive does. */
export async function lockOwner(file: string): Promise<LockOwner | null> {
  try {
    const owner = JSON.parse(await readFile(file, "utf8")) as LockOwner;
    const line = await commandLineOf(owner.pid);
    return line !== null && line === owner.commandLine ? owner : null;
  } catch {
    return null;
  }
}
