import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { logOf, PackFolder } from "../../../exercises/testing/pack-folder.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { Grading } from "../grade-answers.ts";
import { affectedExercises } from "./affected-exercises.ts";
import { compareWith } from "./compare-grades.ts";
import { filesChangedSince } from "./ref-folder.ts";

let repository: PackFolder;
let root: string;
let grading: Grading;

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], { cwd: root });

beforeAll(async () => {
  grading = await Grading.open(1);
});
afterAll(() => grading.close());

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

test("without a change nothing is graded", async () => {
  expect(await compareWith(root, head, grading)).toEqual({ slugs: [], graded: 0, changes: [], problems: [] });
});

test("another sentence in a check changes what its starter's writer reads, and nothing of the other exercise", async () => {
  await repository.write("exercises/rain/messages.ts", 'export const words = "It poured.";');
  const { slugs, graded, changes } = await compareWith(root, head, grading);
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
  const { changes } = await compareWith(root, { ...head, answers }, grading);
  expect(changes.find(({ name }) => name.endsWith("ada.ts"))).toMatchObject({
    before: { passed: true },
    now: { passed: false, check: "fell", offset: 1 },
  });
});

test("an exercise that is gone, and one that cannot be read, are said", async () => {
  await repository.write("exercises/snow/exercise.yaml", "id: snow");
  git("mv", "exercises/rain", "exercises/hail");
  const { problems } = await compareWith(root, head, grading);
  expect(problems).toEqual([
    expect.stringContaining("rain is gone, but learners' work is stored under its id"),
    expect.stringContaining("snow/exercise.yaml is not valid"),
  ]);
});

test("an unknown commit is a sentence", async () => {
  await expect(compareWith(root, { ...head, since: "nowhere" }, grading)).rejects.toThrow(UsageError);
});

test("a change reaches the exercises that import from the changed one, and all where it belongs to none", async () => {
  await repository.write("exercises/snow/checks.ts", 'import { words } from "../rain/messages.ts";');
  const exercises = join(root, "exercises");
  expect(filesChangedSince(root, "HEAD")).toEqual(["snow/checks.ts"]);
  expect(await affectedExercises(exercises, ["rain", "snow"], ["rain/messages.ts"])).toEqual([
    "rain",
    "snow",
  ]);
  expect(await affectedExercises(exercises, ["rain", "snow"], ["snow/checks.ts"])).toEqual(["snow"]);
  expect(await affectedExercises(exercises, ["rain", "snow"], ["pack.yaml"])).toEqual(["rain", "snow"]);
  expect(await affectedExercises(exercises, ["rain", "snow"], ["ids.txt"])).toEqual([]);
});
