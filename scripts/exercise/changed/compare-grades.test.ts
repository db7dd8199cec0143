import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { logOf, PackFolder } from "../../../exercises/testing/pack-folder.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { rootFolder } from "../../data-folder.ts";
import { courseFolder } from "../chosen-exercises.ts";
import { affectedExercises } from "./affected-exercises.ts";
import { compareWith, type Question } from "./compare-grades.ts";
import { filesChangedSince, repositoryOf } from "./repository.ts";

let repository: PackFolder;
let root: string;

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], { cwd: root });

// A repository with two exercises, and a first commit of them.
beforeEach(async () => {
  repository = await PackFolder.make();
  root = repository.path;
  await repository.write("engine/nothing.ts", "");
  await repository.write("exercises/package.json", '{ "type": "module" }');
  for (const slug of ["rain", "snow"]) await repository.add(`exercises/${slug}`);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "First");
});
afterEach(() => repository.remove());

const head = { since: "HEAD", asked: [] };
const compare = async (question: Question) =>
  compareWith(await repositoryOf(join(root, "exercises")), question);
const nothingGraded = { slugs: [], unchanged: [], graded: 0, changes: [], problems: [] };

/** The code that grades is not even loaded. */
const open = () => {
  throw new Error("Something was to be graded.");
};

test("without a change nothing is graded, also where an exercise is named", async () => {
  expect(await compare({ ...head, open })).toEqual(nothingGraded);
  expect(await compare({ ...head, asked: ["rain"], open })).toEqual({
    ...nothingGraded,
    unchanged: ["rain"],
  });
});

test.each(["README.md", "design.md", "feedback.md", "hints/1.md", "checks.test.ts", "../ids.txt"])(
  "a change of %s reaches no grade",
  async (file) => {
    await repository.write(`exercises/rain/${file}`, "// Another text.");
    expect(await compare({ ...head, open })).toEqual(nothingGraded);
  },
);

test("a file that was written again with the same content is no change", async () => {
  await repository.write("exercises/rain/log.ndjson", logOf([3, 4]));
  expect(await compare({ ...head, open })).toEqual(nothingGraded);
});

test("another sentence in a check changes what its starter's writer reads, and nothing of the other exercise", async () => {
  await repository.write("exercises/rain/messages.ts", 'export const words = "It poured.";');
  const { slugs, graded, changes } = await compare(head);
  expect(slugs).toEqual(["rain"]);
  expect(graded).toBe(2);
  expect(changes).toMatchObject([
    {
      name: "rain/starter",
      before: { check: "fell", message: "It rained. How much fell?" },
      now: { check: "fell", message: "It poured. How much fell?" },
    },
  ]);
});

test("a learner's answer that passed and fails now is found", async () => {
  const counting = `export const initialState = () => 0;
export const evolve = (n, e) => e.type === "RainFell" ? n + 3 : n;`;
  await repository.write("answers/rain/ada.ts", counting);
  await repository.write("exercises/rain/log.ndjson", logOf([3, 3]));
  git("add", "-A");
  git("commit", "-qm", "A log of threes");
  await repository.write("exercises/rain/log.ndjson", logOf([3, 4]));
  const answers = join(root, "answers");
  const { changes } = await compare({ ...head, answers });
  expect(changes.find(({ name }) => name.endsWith("ada.ts"))).toMatchObject({
    before: { passed: true },
    now: { passed: false, check: "fell", offset: 1 },
  });
});

test("an exercise that is gone, and one that cannot be read, are said", async () => {
  await repository.write("exercises/snow/exercise.yaml", "id: snow");
  git("mv", "exercises/rain", "exercises/hail");
  const { problems } = await compare(head);
  expect(problems).toEqual([
    expect.stringContaining("rain is gone, but learners' work is stored under its id"),
    expect.stringContaining("snow/exercise.yaml is not valid"),
  ]);
});

test("an unknown commit is a sentence", async () => {
  await expect(compare({ ...head, since: "nowhere" })).rejects.toThrow(UsageError);
});

test("a change reaches the exercises that import from the changed one, and all where they share it", async () => {
  await repository.write("exercises/snow/checks.ts", 'import { words } from "../rain/messages.ts";');
  const exercises = join(root, "exercises");
  const affected = (...files: string[]) =>
    affectedExercises(
      exercises,
      ["rain", "snow"],
      files.map((file) => join(exercises, file)),
    );
  expect(filesChangedSince(await repositoryOf(exercises), "HEAD")).toEqual([
    join(exercises, "snow/checks.ts"),
  ]);
  expect(await affected("rain/messages.ts")).toEqual(["rain", "snow"]);
  expect(await affected("snow/checks.ts")).toEqual(["snow"]);
  expect(await affected("pack.yaml")).toEqual(["rain", "snow"]);
  expect(await affected("ids.txt")).toEqual([]);
});

test("another log of an exercise's topic reaches it, because it moves the exercise's own", async () => {
  await repository.write("exercises/topics.yaml", "course.weather: { partitions: 1, logs: [rain, snow] }");
  const exercises = join(root, "exercises");
  const log = join(exercises, "rain", "log.ndjson");
  expect(await affectedExercises(exercises, ["rain", "snow"], [log])).toEqual(["rain", "snow"]);
});

test.each([
  "engine/grading/grader.ts",
  "playground-server/runs/sandbox-process-main.ts",
  "exercises/folder.ts",
])("%s grades every exercise of the course", async (file) => {
  const slugs = ["cart-decide", "bank-ledger"];
  expect(await affectedExercises(courseFolder, slugs, [join(rootFolder, file)])).toEqual(slugs);
});

test("what neither grades nor is graded reaches no exercise of the course", async () => {
  const files = ["site/src/home/live-fold.tsx", "engine/grading/grader.test.ts", "exercises/README.md"];
  const changed = files.map((file) => join(rootFolder, file));
  expect(await affectedExercises(courseFolder, ["cart-decide"], changed)).toEqual([]);
});

test("a folder of exercises in a repository of its own is compared with its commits", async () => {
  const pack = await PackFolder.make();
  await pack.add("rain");
  await expect(repositoryOf(pack.path)).rejects.toThrow("is in no git repository");
  root = pack.path;
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "First");
  await pack.write("rain/messages.ts", 'export const words = "It poured.";');
  const { slugs, changes } = await compareWith(await repositoryOf(pack.path), head);
  expect([slugs, changes.map(({ name }) => name)]).toEqual([["rain"], ["rain/starter"]]);
  await pack.remove();
});
