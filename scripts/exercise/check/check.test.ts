import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { foldCasesIn } from "../../../engine/grading/fold-cases.ts";
import { loadNodeEngine } from "../../../engine/sandbox/node-engine.ts";
import { slugsIn } from "../../../exercises/catalog.ts";
import { Folder } from "../../../exercises/folder.ts";
import { formatRemark } from "../../authoring/format-remark.ts";
import { isProblem, type Remark } from "../../authoring/remark.ts";
import { checkExercise } from "./check-exercise.ts";
import { sharedRemarks } from "./pack-remarks.ts";

const fixtures = join(import.meta.dirname, "fixtures");
const broken = (await readdir(fixtures)).filter((name) => name !== "base");
const fold = foldCasesIn(await loadNodeEngine());
const root = await mkdtemp(join(tmpdir(), "offset-zero-pack-"));
afterAll(() => rm(root, { recursive: true, force: true }));

/** The good pack with the files of a fixture copied over it. */
async function laidOver(name: string): Promise<Folder> {
  const path = join(root, name, "kitchen");
  await cp(join(fixtures, "base"), path, { recursive: true });
  if (name === "base") return new Folder(path, "kitchen");
  await cp(join(fixtures, name), path, { recursive: true });
  for (const file of (await textOf(name, "removed.txt")).split("\n").filter(Boolean))
    await rm(join(path, file));
  return new Folder(path, "kitchen");
}

const textOf = (name: string, file: string) => readFile(join(fixtures, name, file), "utf8").catch(() => "");

/** What is said of the pack, as a terminal shows it: the problems and the advice of an exercise of the course. */
async function readRemarks(pack: Folder, quick: boolean): Promise<{ problems: string[]; advice: string[] }> {
  const slugs = await slugsIn(pack.path);
  const examination = { quick, accept: false, endless: [] };
  const remarks: Remark[] = [];
  for (const slug of slugs) remarks.push(...(await checkExercise(pack, slug, fold, examination)).remarks);
  remarks.push(...(await sharedRemarks(pack, slugs, false)));
  const inLines = (wanted: boolean) =>
    remarks
      .filter((remark) => isProblem(remark, "course") === wanted)
      .map((remark) => formatRemark(remark, "course"));
  return { problems: inLines(true), advice: inLines(false) };
}

test("of a good exercise there is nothing to say", async () => {
  expect(await readRemarks(await laidOver("base"), false)).toEqual({ problems: [], advice: [] });
});

describe("a broken exercise is told with the place and what to do", () => {
  test.each(broken)("%s", async (name) => {
    const { problems, advice } = await readRemarks(await laidOver(name), !/mutant|survivor/.test(name));
    expect([...problems, ...advice].join("\n\n")).toContain((await textOf(name, "says.txt")).trimEnd());
  });
});
