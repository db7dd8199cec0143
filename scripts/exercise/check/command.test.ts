import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const door = join(import.meta.dirname, "../../exercise.ts");
let path: string;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), "offset-zero-pack-"));
  await cp(join(import.meta.dirname, "fixtures/base"), path, { recursive: true });
});
afterEach(() => rm(path, { recursive: true, force: true }));

function exercise(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [door, ...args], { encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(path, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(path, file), text.replace(from, to));
}

test("a good exercise ends with 0, the table of its mutants and one line", () => {
  const { status, said } = exercise("check", "--pack", path);
  expect(status).toBe(0);
  expect(said).toMatch(/^jar +11 +11 +0$/m);
  expect(said.trimEnd().split("\n").at(-1)).toBe(
    "1 exercise: 0 problems, 0 advice, 100.0 % of 11 mutants caught",
  );
});

test("a problem ends with 1; for a class what only the course needs is advice, and ends with 0", async () => {
  await rm(join(path, "jar/design.md"));
  const course = exercise("check", "jar", "--quick", "--pack", path);
  expect(course.status).toBe(1);
  expect(course.said).toContain("/jar/design.md\n    There is no design note.");
  await change("jar/exercise.yaml", "level: course", "level: class");
  const ofClass = exercise("check", "jar", "--quick", "--pack", path);
  expect(ofClass.said).toContain("/jar/design.md (advice)\n    There is no design note.");
  expect(ofClass.said.trimEnd().split("\n").at(-1)).toBe("1 exercise: 0 problems, 1 advice");
  expect(ofClass.status).toBe(0);
});

test("a changed message is shown as a difference, and accepted when that is asked for", async () => {
  await change("jar/checks.ts", "How many came in?", "How many came into it?");
  const { status, said } = exercise("check", "--quick", "--pack", path);
  expect(status).toBe(1);
  expect(said).toContain("- > At offset 0 Mia baked 12 cookies. Your jar holds 1. How many came in?");
  expect(said).toContain("+ > At offset 0 Mia baked 12 cookies. Your jar holds 1. How many came into it?");
  expect(exercise("check", "--quick", "--accept", "--pack", path).status).toBe(0);
  expect(await readFile(join(path, "jar/feedback.md"), "utf8")).toContain("How many came into it?");
  expect(exercise("check", "--quick", "--pack", path).status).toBe(0);
});

test("half-way, the next thing to do comes first and the rest is folded; --all shows it", async () => {
  await change("jar/solution.ts", "jar.held - event.data.n", "jar.helt - event.data.n");
  await change("jar/README.md", "Mia bakes", "Mia bakes!");
  await change("jar/hints/1.md", "Look at", "Look! At");
  await rm(join(path, "jar/design.md"));
  const { status, said } = exercise("check", "--quick", "--pack", path);
  expect(status).toBe(1);
  expect(said.indexOf("jar/solution.ts")).toBeGreaterThan(-1);
  expect(said).not.toContain("design.md");
  expect(said).toMatch(/^… and \d+ further remarks; see them with --all$/m);
  const { said: whole } = exercise("check", "--quick", "--all", "--pack", path);
  expect(whole).toContain("jar/design.md");
  expect(whole).not.toContain("--all");
});

test("--show prints an answer as it is graded, and says which answers there are", async () => {
  const edit = "says: Eats one cookie.\nreplace:\n  - [jar.held - event.data.n, jar.held - 1]\n";
  await writeFile(join(path, "jar/wrong/eats-a-single-one.yaml"), edit);
  const { status, said } = exercise("check", "jar", "--show", "wrong/eats-a-single-one", "--pack", path);
  expect(said).toContain("// Eats one cookie.\n");
  expect(said).toContain("jar.held - 1");
  expect(status).toBe(0);
  const unknown = exercise("check", "jar", "--show", "wrong/eats-a-singel-one", "--pack", path);
  expect(unknown.said).toContain(
    "There is no answer wrong/eats-a-singel-one. Did you mean wrong/eats-a-single-one?",
  );
  expect(unknown.status).toBe(2);
  expect(exercise("check", "--show", "starter", "--pack", path).said).toContain("Name one exercise");
});

test("machines get the same as data", async () => {
  await change("jar/exercise.yaml", "difficulty: 1", "difficulty: 9");
  const { status, said } = exercise("check", "--json", "--pack", path);
  expect(status).toBe(1);
  expect(JSON.parse(said)).toMatchObject({
    problems: 1,
    advice: 0,
    exercises: [{ slug: "jar", remarks: [{ line: 5, problem: true, wrong: "`difficulty` cannot be 9." }] }],
    shared: [],
  });
});

test.each([
  [["chek"], "There is no subcommand chek. Did you mean check?"],
  [["check", "cart-red-only"], "There is no exercise cart-red-only. Did you mean cart-read-only?"],
  [
    ["check", "--pack", "nowhere"],
    "There is no folder nowhere. Name the folder of the pack: --pack <folder>.",
  ],
  [["check", "--quik"], '"--quik" is not understood. Write: npm run exercise -- check'],
])("what is not understood ends with 2 and says what to write: %s", (args, sentence) => {
  const { status, said } = exercise(...args);
  expect(status).toBe(2);
  expect(said).toContain(sentence);
});
