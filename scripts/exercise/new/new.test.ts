import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { isProblem } from "../../authoring/remark.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { compile } from "../check/compiler.ts";
import { examineAll } from "../check/worker-threads.ts";
import { run } from "./command.ts";
import { titleOf } from "./make-pack.ts";
import { kinds, levels } from "./template.ts";

let pack: string;
beforeAll(async () => {
  pack = await mkdtemp(join(tmpdir(), "offset-zero-pack-"));
});
afterAll(() => rm(pack, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

async function make(...args: string[]): Promise<string> {
  const printed = vi.spyOn(console, "log").mockImplementation(() => {});
  printed.mockClear();
  expect(await run(args)).toBe(0);
  return printed.mock.calls.flat().join("\n");
}

/** What was printed when each of them was made. */
const saidOf = new Map<string, string>();
const wishes = kinds.flatMap((kind) => levels.map((level) => ({ kind, level })));

test.each(wishes)("a new $kind at the level of a $level passes check as it is", async ({ kind, level }) => {
  const slug = `${kind}-${level}`;
  const output = await make(slug, "--pack", pack, "--kind", kind, "--level", level);
  saidOf.set(slug, output);
  expect(output).toContain(`npm run exercise -- check ${slug} --pack ${pack}`);
  const [examined] = await examineAll(
    [
      {
        pack: { path: pack, shown: basename(pack) },
        slug,
        examination: { quick: true, accept: false, endless: [] },
      },
    ],
    () => {},
  );
  expect(examined?.level).toBe(level);
  // What is left at the level of a class is advice; at the level of the course there is not even that.
  const left = examined?.remarks.filter((remark) => level === "course" || isProblem(remark, "class"));
  expect(left).toEqual([]);
});

test("an editor finds the types of a pack's checks and logs", async () => {
  // What comes with it from the project itself is checked there.
  const problems = await compile(["--project", pack], pack);
  expect(problems.filter(({ file }) => !file.startsWith(".."))).toEqual([]);
});

test("every file that is printed to be changed is there", () => {
  const output = saidOf.get("decider-course") ?? "";
  const files = [...output.matchAll(/^ *\d+\. (\S+)/gm)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files)
    expect(
      existsSync(join(pack, "decider-course", file.replace("/*.ts", "").replace("/*.md", ""))),
      file,
    ).toBe(true);
});

test("a pack is made where there is none, and what it has is left alone", async () => {
  const folder = join(pack, "monday-class");
  expect(await make("rain", "--pack", folder)).toContain("is a pack now");
  expect(await readFile(join(folder, "pack.yaml"), "utf8")).toContain("title: Monday class");
  expect(await make("snow", "--pack", folder, "--title", "Snow: a title")).not.toContain("is a pack now");
  expect(await readFile(join(folder, "snow", "exercise.yaml"), "utf8")).toContain('title: "Snow: a title"');
  expect(await readFile(join(folder, "ids.txt"), "utf8")).toMatch(/\nrain\nsnow\n$/);
});

test.each([
  [["Rain"], "is not a valid exercise name"],
  [["a".repeat(40)], "is not a valid exercise name"],
  [["cart-read-only"], "already exists"],
  [["cart-read-only", "--pack", "nowhere"], "The course has an exercise named cart-read-only"],
  [["rain", "--kind", "reducers"], "Did you mean reducer?"],
  [["rain", "--form", "x"], "is not understood"],
  [[], "Name the new exercise"],
])("what cannot be made is a sentence, and nothing is written: %j", async (args, says) => {
  await expect(run(args)).rejects.toThrow(says);
  await expect(run(args)).rejects.toBeInstanceOf(UsageError);
  expect(existsSync("nowhere")).toBe(false);
});

test("a name becomes a title", () => {
  expect(titleOf("late-stock")).toBe("Late stock");
});
