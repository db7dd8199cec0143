import { existsSync } from "node:fs";
import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runCommand } from "../services/processes/run-command.ts";
import { rootFolder } from "./data-folder.ts";

const siteFolder = join(rootFolder, "site");
export const siteDist = join(siteFolder, "dist");
const indexPage = join(siteDist, "index.html");

/** Everything the built site is made from. */
const siteSources = ["site", "lessons", "figures", "language", "exercises", "engine", "package-lock.json"];
const excludedNames = ["node_modules", "dist", ".astro"];

const progressMs = 8_000;

/**
 * Builds the site where its build is missing or older than its sources. A build that fails is said and is no
 * reason not to start: the server answers without pages, or with the pages of the last build.
 */
export async function buildSiteIfStale(
  logDir: string,
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
): Promise<void> {
  const changed = Math.max(...(await Promise.all(siteSources.map((name) => newest(join(rootFolder, name))))));
  if (existsSync(indexPage) && (await stat(indexPage)).mtimeMs >= changed) return;

  log("Building the site.");
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const ticker = setInterval(() => log(`  still building, ${seconds()} s`), progressMs);
  const { code, output } = await runCommand(process.execPath, [astro(), "build"], {
    cwd: siteFolder,
    env: { ...env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  clearInterval(ticker);
  if (code === 0) return log(`The site is built (${seconds()} s).`);

  const logFile = join(logDir, "site-build.log");
  await mkdir(logDir, { recursive: true });
  await writeFile(logFile, output);
  // A half-written build must not pass for a fresh one next time.
  if (existsSync(indexPage)) await utimes(indexPage, 0, 0);
  log(`The site could not be built; the server starts without it. The builder's output is in ${logFile}.`);
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
