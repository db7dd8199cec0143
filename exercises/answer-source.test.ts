import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answersIn, lineInFile, readAnswer } from "./answer-source.ts";
import { Folder } from "./folder.ts";

let folder: Folder;
beforeEach(async () => {
  folder = new Folder(await mkdtemp(join(tmpdir(), "offset-zero-answers-")), "jar");
  await write("solution.ts", "a();\n// starter: // To do\nb();\n// end starter\nc();\n");
});
afterEach(() => rm(folder.path, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder.path, file)), { recursive: true });
  await writeFile(join(folder.path, file), text);
}

test("solution and starter come from one file, and know its lines", async () => {
  expect(await readAnswer(folder, "solution")).toMatchObject({ source: "a();\nb();\nc();\n" });
  expect(await readAnswer(folder, "starter")).toMatchObject({
    source: "a();\n// To do\nc();\n",
    file: "solution.ts",
  });
  expect(await Promise.all([1, 2, 3].map((line) => lineInFile(folder, "solution", line)))).toEqual([1, 3, 5]);
});

test("an answer is a whole file, or an edit of the solution without its markers", async () => {
  await write("wrong/whole.ts", "// Whole.\nx();\n");
  await write("wrong/edit.yaml", 'says: "B: twice."\nreplace:\n  - [b();, b(b());]\n');
  await write("wrong/.hidden", "");
  expect(
    await Promise.all((await answersIn(folder, "wrong")).map((name) => readAnswer(folder, `wrong/${name}`))),
  ).toEqual([
    { name: "edit", source: "// B: twice.\na();\nb(b());\nc();\n", file: "wrong/edit.yaml" },
    { name: "whole", source: "// Whole.\nx();\n", file: "wrong/whole.ts" },
  ]);
});

test("an answer names what it has in common with the solution, and each line knows where it comes from", async () => {
  await write("solution.ts", "type Jar = number;\nexport const full = 3;\n");
  await write("approaches/other.ts", "// Other.\n// solution: Jar, full\nx();\n");
  expect(await readAnswer(folder, "approaches/other")).toMatchObject({
    source: "// Other.\ntype Jar = number;\nexport const full = 3;\nx();\n",
    file: "approaches/other.ts",
  });
  expect(await Promise.all([1, 3, 4].map((line) => lineInFile(folder, "approaches/other", line)))).toEqual([
    1, 2, 3,
  ]);
});

test.each([
  [
    "approaches/other",
    { "approaches/other.ts": "// Other.\n// solution: Jar\n" },
    "jar/approaches/other.ts:2 names Jar, but solution.ts does not declare it.",
  ],
  [
    "wrong/twice",
    { "wrong/twice.yaml": "says: x\nreplace:\n  - [a();, b();]\n  - [d();, e();]\n" },
    "jar/wrong/twice.yaml:4 replaces `d();`, but",
  ],
  [
    "wrong/twice",
    { "wrong/twice.yaml": "says: x\nreplace:\n  - - return { a: 1, b: 2 };\n    - b\n" },
    "jar/wrong/twice.yaml:3 is not YAML. Nested mappings are not allowed in compact mappings. Put a text with a colon, a quote",
  ],
  [
    "wrong/twice",
    { "wrong/twice.yaml": "says: x\nreplace:\n  - - return { a: 1 };\n    - b\n" },
    "jar/wrong/twice.yaml is not valid. replace.0.0: is no text. Put code with a colon",
  ],
  ["wrong/twice", { "wrong/twice.yaml": "says: x\n" }, "jar/wrong/twice.yaml is not valid. replace:"],
  [
    "wrong/twice",
    { "wrong/twice.yaml": "", "wrong/twice.ts": "" },
    "has the same name as wrong/twice.ts. Keep one",
  ],
  ["wrong/twice", {}, "jar/wrong/twice.ts is missing."],
  ["starter", { "starter.ts": "" }, "solution.ts holds the starter too"],
  ["starter", { "solution.ts": "a();" }, "jar/starter.ts is missing. Write it, or mark in solution.ts"],
  ["solution", { "solution.ts": "a();\n// end starter" }, "jar/solution.ts:2 ends a starter region"],
])("what cannot be read is a sentence: %s %j", async (answer, files, says) => {
  for (const [file, text] of Object.entries(files)) await write(file, text);
  await expect(readAnswer(folder, answer)).rejects.toThrow(says);
});
