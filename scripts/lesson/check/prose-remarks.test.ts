import { writeFile } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { DraftLesson } from "../testing/draft-lesson.ts";
import { longestSentence } from "./prose-remarks.ts";

let draft: DraftLesson;
beforeEach(async () => {
  draft = await DraftLesson.make();
});

const sentenceOf = (words: number) => `Every${" word".repeat(words - 1)}.`;
const except = (yaml: string) => writeFile(draft.pathOf("prose-exceptions.yaml"), yaml);

test("a sentence of more than 35 words is named with its line, and one of 35 is not", async () => {
  const line = await draft.addParagraph(
    `Short.\n${sentenceOf(longestSentence)} ${sentenceOf(longestSentence + 1)}`,
  );
  expect(await draft.problems()).toEqual([
    {
      file: `${draft.shown}/lesson.mdx`,
      line: line + 1,
      wrong: "A sentence of 36 words: “Every word word word word word …”",
      next: "Split it, or give the reason in prose-exceptions.yaml.",
      needed: "always",
    },
  ]);
});

test.each([
  ["The stream of cart-1 has six of them.", "It says “stream”. The course's word is: log."],
  ["The handler gets it.", "It says “handler”. The course's word is: reducer."],
  ["Each entry is new.", "It says “entry”. The course's word is: record."],
  ["The rules stand in it.", "“stand” is literary."],
  ["He was told so, and that of the shop was lost.", "“was told” is literary."],
  ["The [reduction](#see) **ends**.", "It says “reduction”. The course's word is: fold."],
])("%s", async (text, wrong) => {
  const line = await draft.addParagraph(text);
  const found = (await draft.problems()).find((remark) => remark.wrong === wrong);
  expect(found).toMatchObject({ file: `${draft.shown}/lesson.mdx`, line });
});

test("what stands in code, a word inside another word, and `stands for` are no faults", async () => {
  await draft.addParagraph(
    "`stream` and `the handler of it` are code. We understand it. The `w` stands for White.",
  );
  expect(await draft.problems()).toEqual([]);
});

test("the quiz, the head and the texts of tags are read too", async () => {
  const quiz = await draft.change("quiz.yaml", "That is a command.", "That is an action.");
  const head = await draft.change(
    "lesson.mdx",
    "# TODO: say what a reader",
    "summary: A stream.\n# TODO: say what a reader",
  );
  await draft.change("lesson.mdx", 'tryThis="Find', 'tryThis="Find one chapter. Find');
  await draft.change(
    "lesson.mdx",
    /^summary: .*$/m.exec(await draft.read("lesson.mdx"))?.[0] ?? "",
    "# no summary",
  );
  const found = (await draft.problems()).map(({ file, line, wrong }) => [
    file.split("/").at(-1),
    line,
    wrong,
  ]);
  expect(found).toContainEqual(["quiz.yaml", quiz, expect.stringContaining("“action”")]);
  expect(found).toContainEqual(["lesson.mdx", head, expect.stringContaining("“stream”")]);
  expect(found).toContainEqual(["lesson.mdx", expect.any(Number), expect.stringContaining("“chapter”")]);
});

test("an exception of several words allows the word only among them", async () => {
  const line = await draft.addParagraph("A message bus is another program.\nA message is not.");
  await except("- word: message bus\n  why: It is the name of such programs.\n");
  expect((await draft.problems()).map((remark) => remark.line)).toEqual([line + 1]);
});

test("a long sentence is allowed where its beginning and a reason are given", async () => {
  await draft.addParagraph(`Offset 0${" word".repeat(40)}.`);
  await except("- sentence: Offset 0 word\n  why: It lists what the log says.\n");
  expect(await draft.problems()).toEqual([]);
});

test("an exception without a reason, and one that nothing needs, are named with their line", async () => {
  await except("- word: stream\n  why: A quotation.\n");
  expect(await draft.problems()).toEqual([
    expect.objectContaining({
      file: `${draft.shown}/prose-exceptions.yaml`,
      line: 1,
      wrong: "Nothing in the lesson needs the exception for “stream”.",
    }),
  ]);
  await except("- word: stream\n  why: A quotation.\n- word: queue\n");
  expect(await draft.problems()).toEqual([
    expect.objectContaining({ line: 3, wrong: expect.stringContaining("says why: { word, why }") }),
  ]);
});
