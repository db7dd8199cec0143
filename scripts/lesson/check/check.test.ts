import { copyFile, mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { isProblem } from "../../authoring/remark.ts";
import { DraftLesson } from "../testing/draft-lesson.ts";
import { checkLessons } from "./check-lessons.ts";

let draft: DraftLesson;
beforeEach(async () => {
  draft = await DraftLesson.make();
});

test("the lessons of the course have no problem", async () => {
  const checked = await checkLessons();
  expect(checked.length).toBeGreaterThanOrEqual(3);
  const found = checked.flatMap(({ remarks }) => remarks).filter((remark) => isProblem(remark, "course"));
  expect(found).toEqual([]);
});

test("a new lesson does not pass: what it still needs has file and line, and nothing else is wrong", async () => {
  const [checked] = await checkLessons([draft.slug], draft.lessons);
  const lines = (await draft.read("lesson.mdx")).split("\n");
  const toDo = checked?.remarks.filter(({ wrong }) => wrong.startsWith("Still to do: ")) ?? [];
  expect(new Set(toDo.map(({ file }) => file.split("/").at(-1)))).toEqual(
    new Set(["lesson.mdx", "quiz.yaml", "facts.test.ts"]),
  );
  expect(toDo.every((remark) => isProblem(remark, "course"))).toBe(true);
  for (const { file, line = 0, wrong } of toDo.filter(({ file }) => file.endsWith(".mdx")))
    expect(lines[line - 1], file).toContain(`TODO: ${wrong.replace("Still to do: ", "")}`);
  expect(checked?.remarks.find(({ wrong }) => wrong.includes("belongs"))).toMatchObject({
    wrong: "The exercise cart-read-only belongs to the lesson create-and-read-only.",
    needed: "never",
  });
  expect(await draft.problems()).toEqual([]);
});

test("a copy with the slug of another lesson is named, on both sides", async () => {
  for (const file of ["lesson.mdx", "quiz.yaml", "figure.tsx", "facts.test.ts"]) {
    const copy = join(draft.lessons, draft.module, "classic-crud", file);
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(draft.pathOf(file), copy);
  }
  expect(await draft.problems()).toEqual([
    expect.objectContaining({
      file: `${draft.shown}/lesson.mdx`,
      line: 3,
      wrong: `lessons/${draft.module}/classic-crud has the slug ${draft.slug} too. The site shows only one of the two.`,
    }),
  ]);
  const [copy] = (await checkLessons(["classic-crud"], draft.lessons)).map(({ remarks }) => remarks);
  expect(copy?.map(({ wrong }) => wrong)).toContain(
    `The slug is ${draft.slug}, but the folder is named classic-crud.`,
  );
});

test("a lesson in the folder of another module is told where it belongs", async () => {
  const other = join(draft.lessons, "4-cqrs", draft.slug);
  await mkdir(dirname(other), { recursive: true });
  await rename(draft.pathOf(""), other);
  expect(await draft.problems()).toEqual([
    {
      file: `lessons/4-cqrs/${draft.slug}/lesson.mdx`,
      line: 3,
      wrong: `${draft.slug} is a lesson of module 2, but the folder is in 4-cqrs.`,
      next: `Move it to lessons/${draft.module}/${draft.slug}.`,
      needed: "always",
    },
  ]);
});

describe("lesson.mdx", () => {
  test.each([
    ["<Quiz />", "", "quiz", "<Quiz />"],
    ["<Deeper>", "<Aside>", "deeper", "<Deeper> … </Deeper>"],
    ['<See title="One event after the other">', "<Aside>", "see", '<See title="…"> … </See>'],
  ])("without %s the head links to nothing", async (tag, instead, id, written) => {
    await draft.change("lesson.mdx", tag, instead);
    if (instead !== "") await draft.change("lesson.mdx", tag.replace(/^<(\w+).*/, "</$1>"), "</Aside>");
    expect(await draft.problems()).toContainEqual(
      expect.objectContaining({
        file: `${draft.shown}/lesson.mdx`,
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
      "[lab](../../labs/databse/)",
      "The link ../../labs/databse/ leads nowhere: there is no lab databse.",
      "Did you mean database?",
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
      "There is no image lessons/2-storing-data-as-events/getting-current-state/cart.png.",
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
    [
      '<Scene beside="table">\n\nAn end.\n\n</Scene>',
      'This scene cannot be shown. The lesson\'s scenes.tsx exports no "table".',
      "It exports nothing.",
    ],
  ])("%s", async (text, wrong, next) => {
    const line = await draft.addParagraph(text);
    const found = await draft.problems();
    expect(found).toContainEqual({
      file: `${draft.shown}/lesson.mdx`,
      line,
      wrong: expect.stringContaining(wrong),
      next: expect.stringContaining(next),
      needed: "always",
    });
  });

  test("links that lead somewhere are fine, with or without a place in the page", async () => {
    await draft.addParagraph(
      `[a](#see) [b](#the-log-says-what-happened) [c](../${draft.slug}/#do) [d](../../playground/) [e](../../glossary/#fold) [f](../../exercises/cart-decide/) [g](https://kafka.apache.org/) [h](../)`,
    );
    expect(await draft.problems()).toEqual([]);
  });

  test.each([
    ["exercises: [cart-read-only]", "exercises: [cart-red-only]", "There is no exercise cart-red-only."],
    [
      "exercises: [cart-read-only]",
      "exercises: [cart-read-only, cart-views]",
      "`exercises` lists cart-views, but the text does not show it.",
    ],
    ["number: 9", "number: [9", "The front matter is not YAML."],
    ["number: 9", "number: 8", '`number`: "getting-current-state" is lesson 9 in lessons/course.ts.'],
    ["summary:", "sumary:", "`summary`: A lesson needs a summary of one sentence."],
    ["next: preserves-everything", "next: all", '`next`: "all" is no lesson of lessons/course.ts.'],
    ['from "./figure.tsx"', 'from "./drawing.tsx"', "It imports ./drawing.tsx, but there is no such file."],
    ["{ play: 1", "{ read: 4, play: 1", "`minutes`: What there is to read and the quiz are computed."],
    [
      "write: 5",
      "write: 20",
      "`minutes`: write is 20, but there is a first exercise of difficulty 1, about 3 to 8 minutes.",
    ],
    ["play: 1, ", "", "`minutes`: play is missing, but there is a figure."],
  ])("%s, changed to %s", async (from, to, wrong) => {
    const line = await draft.change("lesson.mdx", from, to);
    const found = (await draft.problems()).find((remark) => remark.wrong.startsWith(wrong));
    expect(found?.file).toBe(`${draft.shown}/lesson.mdx`);
    // A key that is absent is put at the value around it, a bracket that is not closed at the line after it.
    const elsewhere = wrong.includes("needs a summary") ? 1 : wrong.includes("YAML") ? line + 1 : line;
    expect(found?.line).toBe(elsewhere);
    expect(found?.next).not.toBe("");
  });
});

test("advice names the lessons that only `needs` or only lessons/prerequisites.ts says it builds on", async () => {
  const from = 'needs: "Basic JavaScript. The types are given."';
  const line = await draft.change("lesson.mdx", from, 'needs: "Lessons 5 and 7."');
  const advice = (await draft.remarks()).filter(
    (remark) => remark.needed === "never" && remark.line === line,
  );
  expect(advice.map(({ wrong }) => wrong)).toEqual([
    "It needs lesson 5, and lessons/prerequisites.ts does not know that.",
    "It needs lesson 7, and lessons/prerequisites.ts does not know that.",
    "lessons/prerequisites.ts says that it builds on lesson 8, and `needs` does not.",
  ]);
});
