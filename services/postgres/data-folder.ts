import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SystemUser } from "../processes/child-process.ts";
import { runCommand } from "../processes/run-command.ts";
import { StartFailure } from "../start-failure.ts";
import type { Programs } from "./find-programs.ts";

/** The version whose data these programs can read. */
const majorVersion = "18";
/** A new data folder takes 39 MB, its write-ahead log up to 128 MB more. */
const leastFreeBytes = 256 * 1024 * 1024;

/** Where a local server keeps its things. */
export interface PostgresFolder {
  path: string;
  /** PostgreSQL's own folder: it belongs to the user that PostgreSQL runs as. */
  data: string;
  logFile: string;
  passwordFile: string;
  /** Which process of ours has this folder. */
  ownerFile: string;
}

export function postgresFolder(path: string): PostgresFolder {
  return {
    path,
    data: join(path, "data"),
    logFile: join(path, "postgres.log"),
    passwordFile: join(path, "password"),
    ownerFile: join(path, "owner.json"),
  };
}

/**
 * Makes the data folder where there is none, in one step: one that a crash left half made is made anew. Throws a
 * StartFailure where the disk is full, where the folder is another version's, or where `initdb` fails.
 */
export async function prepareDataFolder(
  folder: PostgresFolder,
  programs: Programs,
  user: SystemUser | undefined,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await mkdir(folder.path, { recursive: true });
  await requireDiskSpace(folder.path);
  if (existsSync(folder.data)) return refuseOtherVersion(folder);
  const draft = `${folder.data}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (user !== undefined) await chown(draft, user.uid, user.gid);
  const password = randomBytes(24).toString("base64url");
  await writeFile(folder.passwordFile, password, { mode: 0o600 });
  const output = await initialize(draft, password, programs, user, env);
  if (output === null) return rename(draft, folder.data);
  await rm(draft, { recursive: true, force: true });
  if (user !== undefined && /permission denied|EACCES/i.test(output)) {
    throw new StartFailure(
      "folder-unusable",
      `PostgreSQL does not run as root, and its user (${user.uid}) cannot open ${programs.postgres}. Start the server as another user, or put the project into a folder that everybody may enter.`,
    );
  }
  throw new StartFailure(
    "postgres-failed",
    `PostgreSQL could not create its data folder ${folder.data}: ${output.trim().split("\n").at(-1) ?? ""}`,
  );
}

/** Runs `initdb`. Gives null, or what it printed where it failed. */
async function initialize(
  draft: string,
  password: string,
  programs: Programs,
  user: SystemUser | undefined,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  // In the system's own folder: the user that PostgreSQL runs as may not enter ours.
  const passwordFolder = await mkdtemp(join(tmpdir(), "offset-zero-initdb-"));
  const passwordFile = join(passwordFolder, "password");
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== undefined)
      for (const path of [passwordFile, passwordFolder]) await chown(path, user.uid, user.gid);
    const { code, output } = await runCommand(
      programs.initdb,
      [
        ...["-D", dataArgument(draft, user), "-U", "postgres", "-A", "scram-sha-256"],
        ...[`--pwfile=${passwordFile}`, "-E", "UTF8", "--no-sync"],
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      ],
      { env: { ...env, TZ: "UTC" }, cwd: draft, timeoutMs: 60_000, user },
    );
    return code === 0 ? null : output;
  } finally {
    await rm(passwordFolder, { recursive: true, force: true });
  }
}

/**
 * The data folder as its programs are told, which run within it. Another user may not be allowed to enter the folders
 * above it: Linux has a name for the current folder that does not lead through them.
 */
export function dataArgument(data: string, user: SystemUser | undefined): string {
  return user !== undefined && process.platform === "linux" ? "/proc/self/cwd" : data;
}

/** The password of the server's own role `postgres`. Throws a StartFailure where the file is gone. */
export async function readPassword(folder: PostgresFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, "utf8")).trim();
  } catch {
    throw new StartFailure(
      "data-damaged",
      `The password of the database is missing: ${folder.passwordFile}. Move ${folder.path} away; the next start makes a new, empty database.`,
    );
  }
}

async function refuseOtherVersion(folder: PostgresFolder): Promise<void> {
  const version = await readFile(join(folder.data, "PG_VERSION"), "utf8").catch(() => "");
  if (version.trim() === majorVersion) return;
  throw new StartFailure(
    "data-damaged",
    version === ""
      ? `${folder.data} is no PostgreSQL data folder: its PG_VERSION is missing. Move ${folder.path} away; the next start makes a new, empty database.`
      : `${folder.data} was made by PostgreSQL ${version.trim()}, and this is PostgreSQL ${majorVersion}. Move ${folder.path} away; the next start makes a new, empty database.`,
  );
}

async function requireDiskSpace(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  const free = bavail * bsize;
  if (free >= leastFreeBytes) return;
  throw new StartFailure(
    "disk-full",
    `The disk at ${path} has ${Math.floor(free / 2 ** 20)} MB left, but PostgreSQL needs ${leastFreeBytes / 2 ** 20} MB to start. Free some space, or name another folder with DATA_DIR.`,
  );
}
