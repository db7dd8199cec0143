import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The folders whose README says what lives there. */
const topFolders = [
  "site",
  "lessons",
  "playground-server",
  "exercises",
  "engine",
  "figures",
  "language",
  "services",
  "scripts",
  "e2e",
  "docs",
];
const pages = ["docs/architecture.md", ...topFolders.map((folder) => `${folder}/README.md`)];

/** Every file and folder that a page names in code marks: what has a slash, or ends like a file. */
function pathsOn(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8").replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, named = ""]) => named)
    .filter((named) => /\/|\.(ts|tsx|mjs|md|json|yaml)$/.test(named));
}

describe.each(pages)("%s", (page) => {
  test("names files and folders that exist, by their path from the top", () => {
    const named = pathsOn(page);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe.each(topFolders)("%s/README.md", (folder) => {
  test("has at most twenty lines, and says what it may import and where to begin", () => {
    const text = readFileSync(join(root, folder, "README.md"), "utf8");
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
    expect(text).toMatch(/^\*\*May import\*\*/m);
    expect(text).toMatch(/^\*\*Begin\*\*/m);
  });
});
