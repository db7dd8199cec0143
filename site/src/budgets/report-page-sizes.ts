import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { keptFiles } from "../offline/kept-files.ts";
import { type MeasureSize, openScales } from "./compressed-size.ts";
import { firstVisit } from "./first-visit.ts";
import { sizeLimits } from "./size-limits.ts";

/** Pages of each kind, by the file they are built to. */
const pages = {
  home: "index.html",
  "a lesson": "lessons/create-and-read-only/index.html",
  "a lesson with a board": "lessons/chess/index.html",
  challenges: "challenges/index.html",
  playground: "playground/index.html",
};

interface Row {
  what: string;
  bytes: number;
  limit?: number;
}

/** Says at the end of a build what its pages weigh, beside what they may. */
export function reportPageSizes(): AstroIntegration {
  let base = "/";
  let memory = "";
  return {
    name: "offset-zero:budgets",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/*$/, "/");
        memory = join(fileURLToPath(config.cacheDir), "weights.json");
      },
      "astro:build:done": async ({ dir, logger }) => {
        const { weigh, close } = await openScales(memory);
        const rows = await measured(fileURLToPath(dir), base, weigh);
        await close();
        for (const line of table(rows)) logger.info(line);
      },
    },
  };
}

/** What each page asks for on a first visit, what is added later, and what is kept for offline. `folder`: the built site. */
async function measured(folder: string, base: string, weigh: MeasureSize): Promise<Row[]> {
  const sum = (paths: string[]) => sumOf(folder, paths, weigh);
  const rows: Row[] = [];
  for (const [name, file] of Object.entries(pages)) {
    const asked = await firstVisit(file, base, (path) => readFile(join(folder, path), "utf8"));
    const ending = (end: string) => asked.filter((path) => path.endsWith(end));
    rows.push(
      { what: name, bytes: await sum(asked), limit: sizeLimits.page },
      {
        what: "  of it JavaScript",
        bytes: await sum(ending(".js")),
        limit: name === "playground" ? sizeLimits.playgroundScripts : sizeLimits.scripts,
      },
      { what: "  of it fonts", bytes: await sum(ending(".woff2")), limit: sizeLimits.fonts },
    );
  }
  rows.push(...(await measureAdditions(folder, weigh)));
  const { atOnce } = await keptFiles(folder);
  const kept = atOnce.map(({ url }) => (url === "" || url.endsWith("/") ? `${url}index.html` : url));
  rows.push({ what: "kept for offline after the first visit", bytes: await sum(kept) });
  return rows;
}

/** What the editor and the terminal add to a page once they are shown. `folder`: the built site. */
export async function measureAdditions(folder: string, weigh: MeasureSize): Promise<Required<Row>[]> {
  const [editor = [], terminal = []] = (await keptFiles(folder)).whenUsed;
  const sum = (paths: string[]) => sumOf(folder, paths, weigh);
  return [
    { what: "with the editor shown, in addition", bytes: await sum(editor), limit: sizeLimits.editor },
    { what: "with the terminal shown, in addition", bytes: await sum(terminal), limit: sizeLimits.terminal },
  ];
}

async function sumOf(folder: string, paths: string[], weigh: MeasureSize): Promise<number> {
  const weights = await Promise.all(
    paths.map(async (path) => weigh(path, await readFile(join(folder, path)))),
  );
  return weights.reduce((total, bytes) => total + bytes, 0);
}

function table(rows: Row[]): string[] {
  const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(0)} kB`.padStart(9);
  const lines = rows.map(({ what, bytes, limit }) => {
    const over = limit !== undefined && bytes > limit ? "  too much" : "";
    return `${what.padEnd(40)}${kilobytes(bytes)}${limit === undefined ? "" : kilobytes(limit)}${over}`;
  });
  return [
    `${"first visit, bytes after brotli".padEnd(40)}${"measured".padStart(9)}${"limit".padStart(9)}`,
    ...lines,
  ];
}
