import { createHash } from "node:crypto";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { workerFile } from "./service-worker-name.ts";

/** Which files of a built site a browser keeps. Paths are relative to where the site lies; a page's ends with "/". */
export interface KeptFiles {
  /** Kept when the site is first visited. `revision` is null where the name itself changes with the content. */
  atOnce: { url: string; revision: string | null }[];
  /** Too much to be fetched unasked: kept from the first use on. Each list is of files that need one another. */
  whenUsed: string[][];
}

/** Files that answer for a server, speak to search engines or to `npm start`, or are the keeper itself. */
const neverKept = /^api\/|\.map$|^sitemap|^robots\.txt$|^_headers$|^build\.json$/;
/** Names change with the content. */
const hashed = /^_assets\//;
/** The editor with its language service; the terminal; jq. */
const large = [
  /^_assets\/(monaco|editor\.api|editorWebWorkerMain|ts\.worker|tsMode|codicon)/,
  /^_assets\/terminal-panel\./,
  /^_assets\/jq(-worker)?[.-]/,
];

/** Looks through a built site. `folder` is where it was built to. */
export async function keptFiles(folder: string): Promise<KeptFiles> {
  const kept: KeptFiles = { atOnce: [], whenUsed: large.map(() => []) };
  for (const path of (await filesOf(folder)).sort()) {
    if (path === workerFile || neverKept.test(path)) continue;
    const group = kept.whenUsed[large.findIndex((names) => names.test(path))];
    if (group) group.push(path);
    else {
      const revision = hashed.test(path) ? null : fingerprint(await readFile(join(folder, path)));
      kept.atOnce.push({ url: path.replace(/(^|\/)index\.html$/, "$1"), revision });
    }
  }
  return kept;
}

async function filesOf(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  return files.map((file) => file.slice(folder.replace(/[/\\]*$/, "/").length).replaceAll("\\", "/"));
}

function fingerprint(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
