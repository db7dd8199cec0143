import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { folderFailure, takeDataFolder } from "./data-folder.ts";
import { startOffsetZero } from "./testing/npm-start.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65534;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-folder-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test.skipIf(process.platform === "win32")(
  "a data folder that may not be written is said, with what to do",
  async () => {
    await chmod(folder, 0o555);
    // No bits of a folder stop root.
    if (isRoot) process.seteuid?.(nobody);
    const error = await takeDataFolder(folder).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (isRoot) process.seteuid?.(0);
    expect(folderFailure(error, folder)?.message).toMatch(
      new RegExp(
        `^Offset Zero keeps its data in ${folder} and cannot write ${folder}/running\\.json\\S*: this user has no write access there\\. ` +
          "Give this user write access to the folder and everything in it, or name another folder with DATA_DIR\\.$",
      ),
    );
  },
);

test("a disk that is mounted read-only is said as that", () => {
  const error = Object.assign(new Error("EROFS"), { code: "EROFS", path: join(folder, "logs") });
  expect(folderFailure(error, folder)?.message).toContain("its disk is mounted read-only");
});

test.each([
  ["in the place of the data folder", "file", "file"],
  ["above the data folder", join("file", "data"), "file"],
])("a file %s is said in one sentence", async (_, dataDir, file) => {
  await writeFile(join(folder, "file"), "");
  const { child, said } = startOffsetZero({ KAFKA_KIND: "none", DATA_DIR: join(folder, dataDir) });
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said()).toBe(
    `Offset Zero keeps its data in ${join(folder, dataDir)}, but ${join(folder, file)} is a file, not a folder. Move that file away, or name another folder with DATA_DIR.\n`,
  );
});

test("an error about something else is no failure of the data folder", () => {
  const error = Object.assign(new Error("EACCES"), { code: "EACCES", path: "/elsewhere/file" });
  expect(folderFailure(error, folder)).toBeNull();
  expect(folderFailure(new Error("no code"), folder)).toBeNull();
});
