import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { slugsIn } from "../../../exercises/catalog.ts";
import type { Folder } from "../../../exercises/folder.ts";
import type { Remark } from "../../authoring/remark.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { permanentIds } from "./permanent-ids.ts";
import { prerequisites } from "./prerequisites.ts";

/** What exercises are to each other: their ids are permanent and unique, and some come after others. */
export async function sharedRemarks(pack: Folder, asked: string[], accept: boolean): Promise<Remark[]> {
  const there = await slugsIn(pack.path);
  const course = pack.path === courseFolder ? [] : await slugsIn(courseFolder);
  return [
    ...taken(pack, asked, course),
    ...(await unfinished(pack)),
    ...(await permanentIds(pack, there, asked, accept)),
    ...(await prerequisites(pack, there, asked, course)),
  ];
}

/** A pack's exercises stand beside the course's, under their ids. */
function taken(pack: Folder, asked: string[], course: string[]): Remark[] {
  return asked
    .filter((slug) => course.includes(slug))
    .map((slug) => ({
      file: `${pack.shown}/${slug}/exercise.yaml`,
      wrong: `The course already has an exercise with the id ${slug}.`,
      next: `Give the folder and the id another name, such as ${pack.shown}-${slug}.`,
      needed: "always" as const,
    }));
}

/** Folders that hold a solution and are no exercise, because `exercise.yaml` is not there. */
async function unfinished({ path, shown }: Folder): Promise<Remark[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(path, entry.name, "solution.ts")))
    .filter((entry) => !existsSync(join(path, entry.name, "exercise.yaml")))
    .map((entry) => ({
      file: `${shown}/${entry.name}/exercise.yaml`,
      wrong: "It is missing, so this folder is not an exercise and nobody sees it.",
      next: `Write it, beginning with id: ${entry.name} and a title; or delete the folder.`,
      needed: "always" as const,
    }));
}
