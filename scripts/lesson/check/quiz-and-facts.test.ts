import { rm } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { DraftLesson } from "../testing/draft-lesson.ts";

let draft: DraftLesson;
beforeEach(async () => {
  draft = await DraftLesson.make();
});

test("a quiz option without a reason is named by question, option and line", async () => {
  const reason = "An event is a fact in the past tense, so nobody can refuse it any more.";
  const line = await draft.change("quiz.yaml", `reason: ${reason}`, 'reason: ""');
  expect(await draft.problems()).toEqual([
    {
      file: `${draft.shown}/quiz.yaml`,
      line,
      wrong: "Question 1, option 2: Every option needs a reason, right or wrong.",
      next: "Write reason: why the option is right or wrong.",
      needed: "always",
    },
  ]);
  await draft.change("quiz.yaml", '      reason: ""\n', "");
  expect((await draft.problems())[0]?.wrong).toBe(
    "Question 1, option 2: Every option needs a reason, right or wrong.",
  );
});

test("minutes for a part that the lesson does not have are to be removed", async () => {
  await draft.change("lesson.mdx", '<See title="One event after the other">', "<Aside>");
  await draft.change("lesson.mdx", "</See>", "</Aside>");
  expect((await draft.problems()).map(({ wrong }) => wrong)).toContain(
    "`minutes`: play is 1, but the lesson has no such part.",
  );
});

test("a quiz that is not YAML is named with its line", async () => {
  const line = await draft.change("quiz.yaml", "- question: What does", '- question: "What does');
  const [problem] = await draft.problems();
  expect(problem).toMatchObject({ file: `${draft.shown}/quiz.yaml` });
  expect(problem?.wrong).toMatch(/^It is not YAML\. /);
  expect(problem?.line).toBeGreaterThanOrEqual(line);
});

test("a lesson that shows a quiz and has none is told to write one", async () => {
  await rm(draft.pathOf("quiz.yaml"));
  expect((await draft.problems()).map(({ file, wrong }) => [file, wrong])).toContainEqual([
    `${draft.shown}/quiz.yaml`,
    "It is missing, but the lesson shows a <Quiz />.",
  ]);
});

test("a lesson without a test for its facts is told to write one", async () => {
  await rm(draft.pathOf("facts.test.ts"));
  expect(await draft.problems()).toEqual([
    {
      file: `${draft.shown}/facts.test.ts`,
      wrong: "The lesson has no test for its facts.",
      next: expect.stringContaining("Write one that recomputes what the text says"),
      needed: "always",
    },
  ]);
});
