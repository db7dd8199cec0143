import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Folder } from "../../../exercises/folder.ts";
import { permanentIds } from "./permanent-ids.ts";

let path: string;
let pack: Folder;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "offset-zero-ids-"));
  pack = new Folder(path, "kitchen");
});
afterEach(() => rm(path, { recursive: true, force: true }));

const ids = (text: string) => writeFile(join(path, "ids.txt"), text);
const git = (...args: string[]) => {
  const who = ["-c", "user.name=Mia", "-c", "user.email=mia@example.org"];
  expect(spawnSync("git", [...who, ...args], { cwd: path }).status).toBe(0);
};

test("an id that was taken out of the list is missed, because main has it", async () => {
  await ids("bowl\njar\n");
  git("init", "--quiet", "--initial-branch=main");
  git("add", "ids.txt");
  git("commit", "--quiet", "--message", "Two exercises.");
  expect(await permanentIds(pack, ["bowl", "jar"], ["bowl", "jar"], false)).toEqual([]);
  await ids("jar\n");
  expect(await permanentIds(pack, ["jar"], ["jar"], false)).toMatchObject([
    { file: "kitchen/ids.txt", wrong: "bowl was removed: main has it." },
  ]);
});

test("a new id is asked for, and accepted at the end of the list", async () => {
  await ids("# Ids.\njar\n");
  expect(await permanentIds(pack, ["bowl", "jar"], ["bowl"], false)).toMatchObject([
    { wrong: "bowl is not in it.", next: expect.stringContaining("check --pack") },
  ]);
  expect(await permanentIds(pack, ["bowl", "jar"], ["bowl"], true)).toEqual([]);
  expect(await readFile(join(path, "ids.txt"), "utf8")).toBe("# Ids.\njar\nbowl\n");
});

test("of the exercises that nobody asked for, a new one is not spoken of", async () => {
  await ids("jar\n");
  expect(await permanentIds(pack, ["bowl", "jar"], ["jar"], false)).toEqual([]);
});
