import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The exercises whose grading a change may touch: those with a changed file, those that import from one of them, and
 * all where a file changed that belongs to none.
 */
export async function affectedExercises(
  exercises: string,
  slugs: string[],
  changed: string[],
): Promise<string[]> {
  const owners = changed.map((file) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : null));
  // Notes and lists that no grading reads.
  const shared = changed.some((file, at) => owners[at] === null && file !== "ids.txt");
  if (shared) return slugs;
  const imports = new Map(
    await Promise.all(slugs.map(async (slug) => [slug, await neighboursOf(join(exercises, slug))] as const)),
  );
  const touched = new Set(owners);
  for (let before = -1; before !== touched.size; ) {
    before = touched.size;
    for (const [slug, neighbours] of imports) {
      if (neighbours.some((neighbour) => touched.has(neighbour))) touched.add(slug);
    }
  }
  return slugs.filter((slug) => touched.has(slug));
}

/** The folders beside this one from which its code imports; none where the folder is gone. */
async function neighboursOf(folder: string): Promise<string[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".ts"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return texts.flatMap((text) =>
    [...text.matchAll(/from "\.\.\/([^/."]+)\//g)].map(([, name]) => name ?? ""),
  );
}
