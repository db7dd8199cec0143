import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isProblem, type Remark } from "../../authoring/remark.ts";
import { makeLesson } from "../new/command.ts";
import { checkLessons } from "./check-lessons.ts";

const slug = "getting-current-state";
const module = "2-storing-data-as-events";
let lessons: string;

/** Lessons of their own, with the one that a new author gets. */
beforeEach(async () => {
  lessons = await mkdtemp(join(tmpdir(), "offset-zero-lessons-"));
  await makeLesson(slug, "cart-read-only", lessons);
});
afterEach(() => rm(lessons, { recursive: true, force: true }));

const pathOf = (file: string) => join(lessons, module, slug, file);

/** Replaces a text of the lesson. Gives the number of the line on which it begins. */
async function change(file: string, from: string, to: string): Promise<number> {
  const text = await readFile(pathOf(file), "utf8");
  expect(text).toContain(from);
  await writeFile(pathOf(file), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split("\n").length;
}

/** Puts a paragraph before the quiz. Gives the number of its line. */
const addParagraph = (text: string) => change("lesson.mdx", "<Quiz />", `${text}\n\n<Quiz />`);

async function problems(): Promise<Remark[]> {
  const checked = await checkLessons([slug], lessons);
  return checked.flatMap(({ remarks }) => remarks).filter((remark) => isProblem(remark, "course"));
}

test("the lessons of the course have no problem", async () => {
  const checked = await checkLessons();
  expect(checked.length).toBeGreaterThanOrEqual(3);
  const found = checked.flatMap(({ remarks }) => remarks).filter((remark) => isProblem(remark, "course"));
  expect(found).toEqual([]);
});

test("what a new lesson still needs is advice with file and line, and no problem", async () => {
  const [checked] = await checkLessons([slug], lessons);
  const lines = (await readFile(pathOf("lesson.mdx"), "utf8")).split("\n");
  const toDo = checked?.remarks.filter(({ wrong }) => wrong.startsWith("Still to do: ")) ?? [];
  expect(new Set(toDo.map(({ file }) => file.split("/").at(-1)))).toEqual(
    new Set(["lesson.mdx", "quiz.yaml", "facts.test.ts"]),
  );
  for (const { file, line = 0, wrong } of toDo.filter(({ file }) => file.endsWith(".mdx")))
    expect(lines[line - 1], file).toContain(`TODO: ${wrong.replace("Still to do: ", "")}`);
  expect(checked?.remarks.find(({ wrong }) => wrong.includes("belongs"))).toMatchObject({
    wrong: "The exercise cart-read-only belongs to the lesson create-and-read-only.",
    needed: "never",
  });
  expect(await problems()).toEqual([]);
});

test("a copy with the slug of another lesson is named, on both sides", async () => {
  for (const file of ["lesson.mdx", "quiz.yaml", "figure.tsx", "facts.test.ts"]) {
    const copy = join(lessons, module, "classic-crud", file);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(pathOf(file), copy);
  }
  expect(await problems()).toEqual([
    expect.objectContaining({
      file: `lessons/${module}/${slug}/lesson.mdx`,
      line: 3,
      wrong: `lessons/${module}/classic-crud has the slug ${slug} too. The site shows only one of the two.`,
    }),
  ]);
  const [copy] = (await checkLessons(["classic-crud"], lessons)).map(({ remarks }) => remarks);
  expect(copy?.map(({ wrong }) => wrong)).toContain(
    `The slug is ${slug}, but the folder is named classic-crud.`,
  );
});

describe("lesson.mdx", () => {
  test.each([
    ["<Quiz />", "", "quiz", "<Quiz />"],
    ["<Deeper>", "<Aside>", "deeper", "<Deeper> … </Deeper>"],
    ['<See title="One event after the other">', "<Aside>", "see", '<See title="…"> … </See>'],
  ])("without %s the head links to nothing", async (tag, instead, id, written) => {
    await change("lesson.mdx", tag, instead);
    if (instead !== "") await change("lesson.mdx", tag.replace(/^<(\w+).*/, "</$1>"), "</Aside>");
    expect(await problems()).toContainEqual(
      expect.objectContaining({
        file: `lessons/${module}/${slug}/lesson.mdx`,
        line: 1,
        wrong: expect.stringContaining(`the link to #${id} in the lesson's head leads nowhere`),
        next: expect.stringContaining(`Write ${written} as part`),
      }),
    );
  });

  test.each([
    [
      "[chess](../ches/)",
      "The link ../ches/ leads nowhere: there is no lesson ches.",
      "Fix it, or remove the link.",
    ],
    [
      "[chess](../chess/)",
      "The link ../chess/ leads to lesson 4, which is not written yet.",
      "Name it without a link: (lesson 4).",
    ],
    [
      "[the log](#the-log-says-what-hapened)",
      "The link #the-log-says-what-hapened leads nowhere: there is no place the-log-says-what-hapened.",
      "Did you mean the-log-says-what-happened?",
    ],
    [
      "[cart](../../exercises/cart-read-onli/)",
      "The link ../../exercises/cart-read-onli/ leads nowhere: there is no exercise cart-read-onli.",
      "Did you mean cart-read-only?",
    ],
    [
      "[fold](../../glossary/#folt)",
      "The link ../../glossary/#folt leads nowhere: there is no word of the glossary folt.",
      "Did you mean fold?",
    ],
    [
      "[try](../../playgroud/)",
      "The link ../../playgroud/ leads nowhere: there is no page playgroud.",
      "Did you mean playground?",
    ],
    [
      "[try](/playground/)",
      "The link /playground/ begins at the top of the server. It breaks where the course is under a path.",
      "Write it from this lesson on: ../../playground/",
    ],
    [
      "[Kafka](https://kafka)",
      "The link https://kafka leads nowhere.",
      "Write an address that begins with https://.",
    ],
    [
      "See lesson 31.",
      "It names “lesson 31”, but the course has lessons 1 to 30.",
      "Look up the number in lessons/course.ts.",
    ],
    [
      "![](cart.png)",
      "The image cart.png has no text for those who do not see it.",
      "Say in its alt text what the picture shows: ![A cart with three lines](cart.png).",
    ],
    [
      "![A cart](cart.png)",
      `There is no image lessons/${module}/${slug}/cart.png.`,
      "Add the file, or fix its name.",
    ],
    [
      '<img src="https://example.org/cart.png" />',
      "The image https://example.org/cart.png has no text for those who do not see it.",
      "Say in its alt text what the picture shows: ![A cart with three lines](cart.png).",
    ],
    [
      'A <Term word="ofset">place</Term>.',
      "lessons/glossary.yaml does not know the word “ofset”.",
      "Did you mean “offset”?",
    ],
    ["<Asid>", "The text cannot be read. Expected a closing tag for `<Asid>`", "Close every tag"],
    ["<Asid />", "There is no component <Asid>.", "Did you mean <Aside>?"],
    [
      '<Do exercise="cart-decide" />',
      "<Do> shows the exercise “cart-decide”, but `exercises` at the top does not list it.",
      "Add it there: exercises: [cart-read-only, cart-decide]",
    ],
    [
      "<Scene offset={99}>\n\nAn end.\n\n</Scene>",
      "This scene cannot be shown. The log of the lesson's first exercise has no offset 99.",
      "It has 0 to 7.",
    ],
  ])("%s", async (text, wrong, next) => {
    const line = await addParagraph(text);
    const found = await problems();
    expect(found).toContainEqual({
      file: `lessons/${module}/${slug}/lesson.mdx`,
      line,
      wrong: expect.stringContaining(wrong),
      next: expect.stringContaining(next),
      needed: "always",
    });
  });

  test("links that lead somewhere are fine, with or without a place in the page", async () => {
    await addParagraph(
      `[a](#see) [b](#the-log-says-what-happened) [c](../${slug}/#do) [d](../../playground/) [e](../../glossary/#fold) [f](../../exercises/cart-decide/) [g](https://kafka.apache.org/) [h](../)`,
    );
    expect(await problems()).toEqual([]);
  });

  test.each([
    ["exercises: [cart-read-only]", "exercises: [cart-red-only]", "There is no exercise cart-red-only."],
    [
      "exercises: [cart-read-only]",
      "exercises: [cart-read-only, cart-views]",
      "`exercises` lists cart-views, but the text does not show it.",
    ],
    ["number: 9", "number: 8", '`number`: "getting-current-state" is lesson 9 in lessons/course.ts.'],
    ["summary:", "sumary:", "`summary`: A lesson needs a summary of one sentence."],
    ["next: preserves-everything", "next: all", '`next`: "all" is no lesson of lessons/course.ts.'],
    ['from "./figure.tsx"', 'from "./drawing.tsx"', "It imports ./drawing.tsx, but there is no such file."],
    [
      "read: 1",
      "read: 4",
      "`minutes`: read is 4, but there is a text of 71 words up to the end of <Explain>, about 1 minute.",
    ],
    [
      "write: 5",
      "write: 20",
      "`minutes`: write is 20, but there is a first exercise of difficulty 1, about 3 to 8 minutes.",
    ],
    ["play: 1, ", "", "`minutes`: play is missing, but there is a figure."],
    ["quiz: 1", "quiz: 5", "`minutes`: quiz is 5, but there is a quiz of 2 questions, about 1 to 2 minutes."],
  ])("%s, changed to %s", async (from, to, wrong) => {
    const line = await change("lesson.mdx", from, to);
    const found = (await problems()).find((remark) => remark.wrong === wrong);
    expect(found?.file).toBe(`lessons/${module}/${slug}/lesson.mdx`);
    // A key that is absent is put at the value around it.
    expect(found?.line).toBe(wrong.includes("needs a summary") ? 1 : line);
    expect(found?.next).not.toBe("");
  });
});

test("a quiz option without a reason is named by question, option and line", async () => {
  const reason = "An event is a fact in the past tense, so nobody can refuse it any more.";
  const line = await change("quiz.yaml", `reason: ${reason}`, 'reason: ""');
  expect(await problems()).toEqual([
    {
      file: `lessons/${module}/${slug}/quiz.yaml`,
      line,
      wrong: "Question 1, option 2: Every option needs a reason, right or wrong.",
      next: "Write reason: why the option is right or wrong.",
      needed: "always",
    },
  ]);
  await change("quiz.yaml", '      reason: ""\n', "");
  expect((await problems())[0]?.wrong).toBe(
    "Question 1, option 2: Every option needs a reason, right or wrong.",
  );
});

test("a lesson that shows a quiz and has none is told to write one", async () => {
  await rm(pathOf("quiz.yaml"));
  expect((await problems()).map(({ file, wrong }) => [file, wrong])).toContainEqual([
    `lessons/${module}/${slug}/quiz.yaml`,
    "It is missing, but the lesson shows a <Quiz />.",
  ]);
});

test("a lesson without a test for its facts is told to write one", async () => {
  await rm(pathOf("facts.test.ts"));
  expect(await problems()).toEqual([
    {
      file: `lessons/${module}/${slug}/facts.test.ts`,
      wrong: "The lesson has no test for its facts.",
      next: expect.stringContaining("Write one that recomputes what the text says"),
      needed: "always",
    },
  ]);
});
