import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../../authoring/usage-error.ts";

/** The exercises as a commit has them, in a folder of its own. Remove it after use. */
export interface RefFolder {
  exercises: string;
  remove(): Promise<void>;
}

/** Exports the exercises of a commit, with the engine that their code imports. Throws a UsageError for an unknown commit. */
export async function exportRef(root: string, ref: string): Promise<RefFolder> {
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-ref-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const archive = spawn("git", ["archive", ref, "exercises", "engine", "package.json"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const tar = spawn("tar", ["-x", "-C", folder], { stdio: ["pipe", "ignore", "ignore"] });
  archive.stdout.pipe(tar.stdin);
  const [[code]] = await Promise.all([once(archive, "close"), once(tar, "close")]);
  if (code !== 0 || !existsSync(join(folder, "exercises"))) {
    await remove();
    throw new UsageError(
      `git knows no commit ${ref} with exercises. Name a branch, a tag or a commit after --since.`,
    );
  }
  if (existsSync(join(root, "node_modules")))
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  return { exercises: join(folder, "exercises"), remove };
}

/** The files of the exercises that differ from those of a commit, new ones among them; paths below `exercises/`. */
export function filesChangedSince(root: string, ref: string): string[] {
  const lines = (...args: string[]) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.split("\n").filter(Boolean);
  return [
    ...lines("diff", "--no-renames", "--name-only", ref, "--", "exercises"),
    ...lines("ls-files", "--others", "--exclude-standard", "exercises"),
  ].map((file) => file.slice("exercises/".length));
}
