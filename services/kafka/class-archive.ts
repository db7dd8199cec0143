import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";
import type { Jars } from "./download-jars.ts";
import type { Java } from "./find-java.ts";

/**
 * Java's class-data archive: loaded classes written to a file at the end of the first run, which saves
 * later starts more than a second. It fits one Java build and one class path, so both are in its name.
 */
export interface ClassArchive {
  /** Flags for a start: use the archive, or write one at the end. */
  flags: string[];
  /** Whether a start with these flags relies on an archive. */
  used: boolean;
  /** To be called when the process has ended: an archive it wrote is put in place. */
  keep(): Promise<void>;
  /** Throws the archive away, so that a later start writes a sound one. */
  drop(): Promise<void>;
}

export function classPath(jars: Jars): string {
  return jars.files.join(delimiter);
}

export function classArchive(name: string, java: Java, jars: Jars): ClassArchive {
  const mark = createHash("sha256").update(java.version).update(classPath(jars)).digest("hex").slice(0, 8);
  const file = join(jars.folder, `${name}-${mark}.jsa`);
  if (existsSync(file)) {
    // "auto" is Java's default, said here on purpose: an archive that does not fit is left aside, not fatal.
    const flags = ["-Xshare:auto", `-XX:SharedArchiveFile=${file}`];
    return { flags, used: true, keep: async () => {}, drop: () => rm(file, { force: true }) };
  }
  // Several brokers may be ending at once, each writes its own file; the first to be moved in place stays.
  const aside = `${file}.${process.pid}-${Date.now()}`;
  return {
    flags: [`-XX:ArchiveClassesAtExit=${aside}`],
    used: false,
    async keep() {
      if (existsSync(file) || !existsSync(aside)) await rm(aside, { force: true });
      else await rename(aside, file);
    },
    drop: async () => {},
  };
}

/** Removes what processes left that were killed while writing. */
export async function removeIncompleteArchives(jars: Jars): Promise<void> {
  const folder = dirname(jars.files[0] ?? jars.folder);
  for (const name of await readdir(folder)) {
    const started = /\.jsa\.\d+-(\d+)$/.exec(basename(name))?.[1];
    const dayAgo = Date.now() - 86_400_000;
    if (started !== undefined && Number(started) < dayAgo) await rm(join(folder, name), { force: true });
  }
}
