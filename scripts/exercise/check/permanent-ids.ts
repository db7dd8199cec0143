import { spawnSync } from "node:child_process";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import type { Folder } from "../../../exercises/folder.ts";
import type { Remark } from "../../authoring/remark.ts";
import { packOption } from "../chosen-exercises.ts";

const name = "ids.txt";
const heading =
  "# Ids of exercises, in the order in which they came. Learners' work is kept under them: lines are added, never changed or taken out.";

/**
 * Ids are permanent: `ids.txt` has each of them, and only ever grows. With `accept` new ids are added to it. `there` are
 * all exercises of the pack, and `asked` those that are looked at.
 */
export async function permanentIds(
  pack: Folder,
  there: string[],
  asked: string[],
  accept: boolean,
): Promise<Remark[]> {
  const file = `${pack.shown}/${name}`;
  const listed = idsIn((await pack.textOrNone(name)) ?? "");
  const remarks: Remark[] = [];
  const missing = asked.filter((slug) => !listed.has(slug));
  if (accept && missing.length > 0) {
    const first = listed.size === 0 && !pack.has(name) ? [heading] : [];
    await appendFile(join(pack.path, name), `${[...first, ...missing].join("\n")}\n`);
  } else if (missing.length > 0) {
    remarks.push({
      file,
      wrong: `${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} not in it.`,
      next: `Add a line at its end for each, or run npm run exercise -- check${packOption(pack.path)} --accept. From then on the id is permanent.`,
      needed: "course",
    });
  }
  for (const [id, line] of listed) {
    if (there.includes(id)) continue;
    remarks.push({
      file,
      line,
      wrong: `No exercise has the id ${id} any more, but learners' work is stored under it.`,
      next: `Bring the folder ${pack.shown}/${id} back. You may change its title, but never its id.`,
      needed: "course",
    });
  }
  for (const id of committedIds(pack)) {
    if (listed.has(id)) continue;
    remarks.push({
      file,
      wrong: `${id} was removed: main has it.`,
      next: "Put the line back. The list only grows.",
      needed: "course",
    });
  }
  return remarks;
}

/** Each id with its line. */
function idsIn(text: string): Map<string, number> {
  const lines = text.split("\n").map((line, at) => [line.trim(), at + 1] as const);
  return new Map(lines.filter(([line]) => line !== "" && !line.startsWith("#")));
}

/** The ids that the last commit of main has; of the commit that is checked out where there is no main. */
function committedIds({ path }: Folder): Iterable<string> {
  for (const commit of ["origin/main", "main", "HEAD"]) {
    const { status, stdout } = spawnSync("git", ["show", `${commit}:./${name}`], {
      cwd: path,
      encoding: "utf8",
    });
    if (status === 0) return idsIn(stdout).keys();
  }
  return [];
}
