import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { openPack, readExercise } from "../../../exercises/catalog.ts";
import { endOfFold } from "../../../exercises/end-of-fold.ts";
import { UsageError } from "../../authoring/usage-error.ts";
import { makeLesson, run } from "./command.ts";

let lessons: string;
beforeEach(async () => {
  lessons = await mkdtemp(join(tmpdir(), "offset-zero-lessons-"));
});
afterEach(() => rm(lessons, { recursive: true, force: true }));

test("a new lesson says its place in the course, and what each of its files is for", async () => {
  const said = await makeLesson("in-practice", "cart-read-only", lessons);
  expect(said).toContain(
    "lessons/2-storing-data-as-events/in-practice is lesson 11 of 30, “Event Sourcing in Practice”, in module 2, “Storing Data as Events”.",
  );
  const folder = join(lessons, "2-storing-data-as-events/in-practice");
  for (const name of await readdir(folder)) expect(said).toContain(`    ${name}`);
  const text = await readFile(join(folder, "lesson.mdx"), "utf8");
  expect(parse(text.split("---")[1] ?? "")).toMatchObject({
    number: 11,
    slug: "in-practice",
    title: "Event Sourcing in Practice",
    summary: "Many carts in one topic: find one, then fold it.",
    next: "why-store-events",
  });
});

// facts.test.ts of the new lesson claims the same; it runs where the lesson lies.
test.each(["cart-read-only", "cart-views", "trip-saga", "chess-threefold"])(
  "it is about the log of %s",
  async (id) => {
    await makeLesson("in-practice", id, lessons);
    const folder = join(lessons, "2-storing-data-as-events/in-practice");
    const exercise = await readExercise(await openPack(undefined, [id]), id);
    const { records } = exercise;
    const types = records.map(({ value }) => JSON.parse(value ?? "null").type as string);
    const text = await readFile(join(folder, "lesson.mdx"), "utf8");
    const facts = await readFile(join(folder, "facts.test.ts"), "utf8");
    expect(text).toContain(`The log of this lesson has ${records.length} records.`);
    // The facts fold the log with the exercise's solution, and compare a value that the text prints.
    const [, path = "[]", value = ""] =
      /endOfFold\(exercise\)\)\.toHaveProperty\((\[.*?\]), (.*)\);/.exec(facts) ?? [];
    expect(await endOfFold(exercise)).toHaveProperty(JSON.parse(path), JSON.parse(value));
    expect(text).toContain(`\`${JSON.parse(path).join(".")}\` is \`${value}\``);
    expect(text).toContain(`The first event is \`${types[0]}\`.`);
    expect(text).toContain(`<Do exercise="${id}" />`);
    expect((await import(join(folder, "event-types.ts"))).eventTypes).toEqual(types);
  },
);

test("the last lesson of the course names none after it", async () => {
  const said = await makeLesson("event-streaming", "cart-read-only", lessons);
  expect(said).toContain("lesson 30 of 30");
  const [module = ""] = await readdir(lessons);
  const text = await readFile(join(lessons, module, "event-streaming", "lesson.mdx"), "utf8");
  expect(text).not.toMatch(/^next:/m);
});

test.each([
  [["getting-curent-state"], "Did you mean getting-current-state?"],
  [["xyzzy"], "A lesson that it does not list needs a line there first."],
  [["cqrs"], "lessons/4-cqrs/cqrs already exists."],
  [["in-practice", "--kind", "x"], "Type: npm run lesson -- new <slug> [--exercise <id>]"],
  [[], "Name the new lesson"],
])("what cannot be made is a sentence, and nothing is written: %j", async (args, says) => {
  await expect(run(args)).rejects.toThrow(says);
  await expect(run(args)).rejects.toBeInstanceOf(UsageError);
});

test("an exercise that there is not keeps the lesson from being made", async () => {
  await expect(makeLesson("in-practice", "cart-red-only", lessons)).rejects.toThrow(
    "Did you mean cart-read-only?",
  );
  expect(await readdir(lessons)).toEqual([]);
});
