import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartFailure } from "../services/start-failure.ts";
import { rootFolder } from "./data-folder.ts";

/** What every address in the built pages depends on. */
export interface SiteTarget {
  /** Under which path the pages are served: "/" or "/courses/offset-zero". */
  basePath: string;
  /** The code of the pages' language. */
  language: string;
}

/** What a build writes into its folder when it has finished: see site/src/build-stamp.ts. */
export interface SiteStamp extends SiteTarget {
  /** When the build began, in ms. What was written later is not in it. */
  begun: number;
}

const stampFile = "build.json";
const siteFolder = join(rootFolder, "site", "dist");

/** What the environment asks for. Throws a StartFailure where the language's code cannot name a folder. */
export function siteTargetOf({ BASE_PATH, OFFSET_ZERO_LANGUAGE }: NodeJS.ProcessEnv): SiteTarget {
  const language = OFFSET_ZERO_LANGUAGE || "en";
  if (!/^[a-z\d-]+$/i.test(language))
    throw new StartFailure(
      "settings-wrong",
      `OFFSET_ZERO_LANGUAGE is ${language}, which is no language's code.`,
    );
  return { basePath: normalPath(BASE_PATH || "/"), language };
}

/** The folder of the built site: each language has its own, so that no build overwrites another language's. */
export function siteDistOf({ language }: SiteTarget): string {
  return join(siteFolder, language);
}

/** The stamp of a built site; null where the folder holds no finished build. */
export async function readSiteStamp(folder: string): Promise<SiteStamp | null> {
  try {
    const { basePath, language, begun } = JSON.parse(await readFile(join(folder, stampFile), "utf8"));
    return { basePath: normalPath(String(basePath)), language: String(language), begun: Number(begun) || 0 };
  } catch {
    return null;
  }
}

/** Makes a build pass for an old one, so that the next start builds again. */
export async function markSiteStale(folder: string): Promise<void> {
  const stamp = await readSiteStamp(folder);
  if (stamp) await writeFile(join(folder, stampFile), JSON.stringify({ ...stamp, begun: 0 }));
}

/** What differs between a built site and the one that is wanted, in words; null where nothing does. */
export function siteMismatch(built: SiteTarget, wanted: SiteTarget): string | null {
  if (built.language !== wanted.language)
    return `is in the language ${built.language}, and this start asks for ${wanted.language}`;
  if (built.basePath === wanted.basePath) return null;
  return `was built for the path ${built.basePath}, and this start serves it at ${wanted.basePath}`;
}

/**
 * The folder of a site that must not be built here, as with `--no-build`; null where none is built. Throws a StartFailure
 * where its pages would look for their files at addresses that this server does not have.
 */
export async function builtSite(env: NodeJS.ProcessEnv, folder?: string): Promise<string | null> {
  const wanted = siteTargetOf(env);
  const path = folder ?? siteDistOf(wanted);
  if (!existsSync(path)) return null;
  const stamp = await readSiteStamp(path);
  const wrong = stamp ? siteMismatch(stamp, wanted) : "is not a finished build";
  if (wrong === null) return path;
  throw new StartFailure(
    "site-mismatch",
    `The site in ${path} ${wrong}. Leave --no-build out to build it again, or set BASE_PATH and OFFSET_ZERO_LANGUAGE as they were when it was built.`,
  );
}

/** As people may write it: `courses/`, `/courses` and `/courses/` are the same path. */
function normalPath(path: string): string {
  return `/${path.split("/").filter(Boolean).join("/")}`;
}
