import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPack, stateOf } from "./pack.ts";
import { PackFolder } from "./testing/pack-folder.ts";

let pack: PackFolder;
let folder: string;
beforeEach(async () => {
  pack = await PackFolder.make();
  folder = pack.path;
  await pack.add("rain");
});
afterEach(() => pack.remove());

test("a pack in any folder is read, its code names this project's by the project's name", async () => {
  const { title, exercises, topics, problems } = await readPack(folder);
  expect(problems).toEqual([]);
  expect(title).toBe("Monday");
  expect(exercises.map(({ id }) => id)).toEqual(["rain"]);
  expect(exercises[0]?.checks.checks[0]?.title).toBe("It rained.");
  expect(topics).toMatchObject([{ topic: "course.rain", partitions: 1 }]);
});

test("a broken exercise is left out and named, the others are there", async () => {
  await pack.add("snow");
  await pack.add("wind");
  await pack.write("snow/exercise.yaml", "id: snow");
  await pack.write("wind/log.ndjson", "{");
  const { exercises, problems } = await readPack(folder);
  expect(exercises.map(({ id }) => id)).toEqual(["rain"]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain("/snow/exercise.yaml is not valid. title:");
  expect(problems[1]).toContain("/wind/log.ndjson:1 is not JSON.");
});

test("a light folder is enough: starter, kind, events and hints are found in it", async () => {
  await pack.write("rain/exercise.yaml", "title: Rain\nstarter: { check: fell }\nwrong: {}\n");
  await pack.write("rain/events.d.ts", 'export type Rain = EventOf<"RainFell", { mm: number }>;\n');
  const solution = "export const initialState = () => 0;\nexport function evolve(level, event) {\n";
  await pack.write(
    "rain/solution.ts",
    `${solution}  // starter: return level;\n  return level + event.data.mm;\n  // end starter\n}\n`,
  );
  await pack.write("rain/hints.yaml", "- What does the record say?\n- How much is that?\n");
  await pack.write("rain/commands.json", '[{ "type": "Empty", "data": {} }]');
  for (const file of ["starter.ts", "hints"]) await rm(join(folder, "rain", file), { recursive: true });
  const { exercises, problems } = await readPack(folder);
  expect(problems).toEqual([]);
  expect(exercises[0]).toMatchObject({
    id: "rain",
    entry: { kind: "reducer" },
    events: { RainFell: 1 },
    starter: `${solution}  return level;\n}\n`,
    solution: `${solution}  return level + event.data.mm;\n}\n`,
    hints: ["What does the record say?", "How much is that?"],
    commands: [{ type: "Empty", data: {} }],
  });
  // checks.ts imports the types; a learner has them without an import.
  expect(exercises[0]?.types).toContain("type Rain = EventOf");
  expect(exercises[0]?.types).not.toContain("export");
});

test("a wrong answer that no longer fits the solution is named, and learners still get the exercise", async () => {
  await pack.write("rain/wrong/nothing.yaml", "says: Nothing.\nreplace:\n  - [absent, there]\n");
  await pack.write(
    "rain/exercise.yaml",
    "title: Rain\nid: rain\nstarter: &a { check: fell }\nwrong: { nothing: *a }\n",
  );
  const { exercises, problems } = await readPack(folder);
  expect(exercises.map(({ id }) => id)).toEqual(["rain"]);
  expect(problems).toEqual([expect.stringContaining("/rain/wrong/nothing.yaml:3 replaces `absent`, but")]);
});

test("what is wrong with the pack itself is said once", async () => {
  await pack.add("snow");
  await pack.write("pack.yaml", "name: Monday");
  expect((await readPack(folder)).problems).toEqual([expect.stringContaining("pack.yaml is not valid.")]);
});

test("a folder that holds no pack says what to give", async () => {
  const [missing] = (await readPack(join(folder, "nowhere"))).problems;
  expect(missing).toContain("nowhere is not there. Give --pack the folder that holds the exercises.");
  const [inside] = (await readPack(join(folder, "rain"))).problems;
  expect(inside).toContain("is an exercise itself. Give --pack the folder around it.");
  await mkdir(join(folder, "empty"));
  const [empty] = (await readPack(join(folder, "empty"))).problems;
  expect(empty).toContain("Begin one: npm run exercise -- new <slug> --pack");
});

test("a file that checks.ts imports is read anew when the folder has changed", async () => {
  const before = await stateOf(folder);
  const titleOf = async (state: string) =>
    (await readPack(folder, state)).exercises[0]?.checks.checks[0]?.title;
  expect(await titleOf(before)).toBe("It rained.");
  await pack.write("rain/messages.ts", 'export const words = "It poured down.";\n');
  const after = await stateOf(folder);
  expect(after).not.toBe(before);
  expect(await titleOf(after)).toBe("It poured down.");
  expect(await titleOf(before)).toBe("It rained.");
});

test("the state of a folder changes when a file comes or goes, and not when it is only read", async () => {
  const before = await stateOf(folder);
  await readPack(folder, before);
  expect(await stateOf(folder)).toBe(before);
  await rm(join(folder, "rain", "hints"), { recursive: true });
  expect(await stateOf(folder)).not.toBe(before);
});
