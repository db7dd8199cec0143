import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runCommand } from "../services/processes/run-command.ts";
import { rootFolder } from "./data-folder.ts";
import {
  markSiteStale,
  readSiteStamp,
  type SiteStamp,
  type SiteTarget,
  siteDistOf,
  siteMismatch,
  siteTargetOf,
} from "./site-stamp.ts";

const siteFolder = join(rootFolder, "site");

/** Everything the built site is made from. */
const siteSources = ["site", "lessons", "figures", "language", "exercises", "engine", "package-lock.json"];
const excludedNames = ["node_modules", "dist", ".astro"];

const progressMs = 8_000;

/**
 * Builds the site where its build is missing, older than its sources, or made for another path or language. Resolves with
 * the folder to serve. A build that fails is said and is no reason not to start: the server then answers without pages
 * (null), or with the pages of the last build.
 */
export async function buildSiteIfStale(
  logDir: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<string | null> {
  const wanted = siteTargetOf(env);
  const folder = siteDistOf(wanted);
  const changed = Math.max(...(await Promise.all(siteSources.map((name) => newest(join(rootFolder, name))))));
  const stamp = await readSiteStamp(folder);
  const reason = reasonToBuild(stamp, wanted, changed);
  if (reason === null) return folder;

  log(reason);
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const ticker = setInterval(() => log(`  still building, ${seconds()} s`), progressMs);
  const { code, output } = await runCommand(process.execPath, [astro(), "build"], {
    cwd: siteFolder,
    env: {
      ...env,
      BASE_PATH: wanted.basePath,
      OFFSET_ZERO_LANGUAGE: wanted.language,
      NODE_ENV: "production",
      ASTRO_TELEMETRY_DISABLED: "1",
    },
  });
  clearInterval(ticker);
  if (code === 0) {
    log(`The site is built (${seconds()} s).`);
    return folder;
  }

  const logFile = join(logDir, "site-build.log");
  await mkdir(logDir, { recursive: true });
  await writeFile(logFile, output);
  // A half-written build must not pass for a fresh one next time.
  await markSiteStale(folder);
  const usable = stamp !== null && siteMismatch(stamp, wanted) === null;
  log(
    `The site could not be built; the server starts ${usable ? "with the pages of the last build" : "without it"}. The builder's output is in ${logFile}.`,
  );
  return usable ? folder : null;
}

/** Why the site has to be built, as the terminal says it; null where its build can be served. `changed`: its newest source. */
export function reasonToBuild(stamp: SiteStamp | null, wanted: SiteTarget, changed: number): string | null {
  const wrong = stamp && siteMismatch(stamp, wanted);
  if (wrong) return `The built site ${wrong}. Building it again.`;
  return stamp !== null && stamp.begun >= changed ? null : "Building the site.";
}

/** Astro's command line: run without npm, so that it works the same from anywhere. */
export function astro(): string {
  const manifest = createRequire(join(siteFolder, "package.json")).resolve("astro/package.json");
  return join(dirname(manifest), "bin", "astro.mjs");
}

/** When the newest file below was written; a folder counts too, since it changes when something is removed. */
async function newest(path: string): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const inside = entries
    .filter((entry) => !excludedNames.includes(entry.name))
    .map((entry) =>
      entry.isDirectory()
        ? newest(join(path, entry.name))
        : stat(join(path, entry.name)).then((file) => file.mtimeMs),
    );
  // The site's own folder changes when dist is made in it.
  const own = path === siteFolder ? 0 : mtimeMs;
  return Math.max(own, ...(await Promise.all(inside)));
}
