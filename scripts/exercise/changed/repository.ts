import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { UsageError } from "../../authoring/usage-error.ts";
import { rootFolder } from "../../data-folder.ts";

/** A folder of exercises in the git repository that keeps its history. */
export interface Repository {
  root: string;
  /** The folder of the exercises, and its path in the repository. */
  folder: string;
  inside: string;
}

/** Throws a UsageError where no repository holds the folder. */
export async function repositoryOf(path: string): Promise<Repository> {
  const { status, stdout } = git(path, "rev-parse", "--show-toplevel");
  if (status !== 0)
    throw new UsageError(
      `${path} is in no git repository, so there is nothing to compare it with. Commit it first: git init, git add, git commit.`,
    );
  const [root, folder] = [stdout.trim(), await realpath(path)];
  return { root, folder, inside: relative(root, folder) || "." };
}

/** The names of the exercises that a commit has. Throws a UsageError for a commit that is unknown, or has none. */
export function slugsAt({ root, inside }: Repository, ref: string): string[] {
  const place = inside === "." ? "" : `${inside}/`;
  const { status, stdout } = git(root, "ls-tree", "-r", "-z", "--name-only", ref, "--", inside);
  const slugs = stdout
    .split("\0")
    .filter((file) => file.startsWith(place))
    .flatMap((file) => /^([^/]+)\/exercise\.yaml$/.exec(file.slice(place.length))?.[1] ?? []);
  if (status !== 0 || slugs.length === 0)
    throw new UsageError(
      `git knows no commit ${ref} with exercises. Name a branch, a tag or a commit after --since.`,
    );
  return slugs;
}

/**
 * The files whose content is another one than that of a commit, as git's hashes of their contents say: new and removed
 * ones, too. Paths are absolute.
 */
export function filesChangedSince({ root }: Repository, ref: string): string[] {
  const lines = (...args: string[]) =>
    git(root, ...args)
      .stdout.split("\0")
      .filter(Boolean);
  return [
    ...lines("diff", "-z", "--no-renames", "--name-only", ref),
    ...lines("ls-files", "-z", "--others", "--exclude-standard"),
  ].map((file) => join(root, file));
}

/** A commit's files in a folder of their own. Remove it after use. */
export interface RefFolder {
  root: string;
  /** The folder of the exercises. */
  folder: string;
  remove(): Promise<void>;
}

/** The project's own place for what is made and removed: code that lies there finds the installed packages. */
const place = join(rootFolder, ".data");

export async function exportRef({ root, inside }: Repository, ref: string): Promise<RefFolder> {
  await mkdir(place, { recursive: true });
  const folder = await mkdtemp(join(place, "offset-zero-ref-"));
  // Learners' code runs in processes of another user, who has to read the engine there.
  await chmod(folder, 0o755);
  const archive = spawn("git", ["archive", ref], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  const tar = spawn("tar", ["-x", "-C", folder], { stdio: ["pipe", "ignore", "ignore"] });
  archive.stdout.pipe(tar.stdin);
  await Promise.all([once(archive, "close"), once(tar, "close")]);
  const remove = () => rm(folder, { recursive: true, force: true });
  return { root: folder, folder: join(folder, inside), remove };
}

function git(folder: string, ...args: string[]): { status: number | null; stdout: string } {
  return spawnSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
}
