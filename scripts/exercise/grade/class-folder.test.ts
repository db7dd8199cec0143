import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PackFolder } from "../../../exercises/testing/pack-folder.ts";
import { progressEvent } from "../../../site/src/progress/progress-event.ts";
import { ndjsonOf } from "../../../site/src/progress/progress-ndjson.ts";
import { type, typed } from "../testing/type-command.ts";
import type { Result } from "./results.ts";
import { recordsOf } from "./testing/read-csv.ts";

const start = "export const initialState = () => 0;\n";
const evolve = (body: string) => `${start}export function evolve(level, event) { ${body} }\n`;
const right = evolve('return event.type === "RainFell" ? level + event.data.mm : level;');
const wrong = evolve("return level;");

const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 10, minute)).toISOString();
const kept = (exercise: string, source: string, minute: number) =>
  progressEvent("CodeKept", { exercise, source }, at(minute), `code ${exercise} ${minute}`);
const opened = progressEvent("LessonOpened", { lesson: "rain" }, at(1));

/** What comes together when thirty people hand in. */
const handedIn: Record<string, string | Uint8Array> = {
  "ada.ts": right,
  "bea/answer.ts": right,
  "cem/answer.ts": wrong,
  "dan, the second.ts": right,
  'eve "zero".ts': wrong,
  "=HYPERLINK(1).ts": right,
  "+1.ts": wrong,
  "-rf.ts": right,
  "@all.ts": wrong,
  "two\nlines.ts": right,
  "LOUD.TS": right,
  "with a mark.ts": `\u{FEFF}${right}`,
  "loop.ts": evolve("while (true) {}"),
  "leave.ts": evolve("process.exit(0);"),
  "escape.ts": evolve('return level.constructor.constructor("return process")().exit();'),
  "fetch.ts": 'import fs from "node:fs";\nfs.rmSync("/");\n',
  "throws.ts": evolve('throw new Error("=cmd");'),
  "memory.ts": evolve("const all = []; while (true) all.push(new Array(1e6).fill(level));"),
  "empty.ts": "",
  "blank.ts": " \n\n",
  "poem.ts": "It rained, and then it rained again.",
  "utf16.ts": Buffer.from(`\u{FEFF}${right}`, "utf16le"),
  "large.ts": `${right}// ${"x".repeat(70_000)}`,
  "hugo.js": right,
  "farid.md": right,
  "no-ending": right,
  "types.d.ts": "interface Nothing {}",
  "gia.ndjson": ndjsonOf([opened, kept("rain", right, 3), kept("rain", wrong, 2), kept("snow", wrong, 4)]),
  "hal.ndjson": ndjsonOf([opened, kept("snow", right, 2)]),
};

const reasons: Record<string, string> = {
  "empty.ts": "The file is empty.",
  "blank.ts": "The file is empty.",
  "utf16.ts": "The file is not text in UTF-8.",
  "large.ts": "and 65536 are allowed",
  "hugo.js": "Its name ends with .js, but an answer is a .ts file",
  "farid.md": "Its name ends with .md,",
  "no-ending": "Its name has no ending,",
  "types.d.ts": "Its name ends with .d.ts,",
  "hal.ndjson": "This log has no code of rain, only of snow.",
  "link.ts": "It is not a file but a link",
};

const passing = Object.entries(handedIn)
  .filter(([, text]) => typeof text === "string" && text.replace("\u{FEFF}", "") === right)
  .map(([file]) => file)
  .filter((file) => !Object.hasOwn(reasons, file));

let pack: PackFolder;
let folder: string;
beforeAll(async () => {
  pack = await PackFolder.make();
  await pack.add("rain");
  folder = join(pack.path, "handed-in");
  for (const [file, text] of Object.entries(handedIn)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await symlink("/etc/hostname", join(folder, "link.ts"));
});
afterAll(() => pack.remove());

const grade = (out: string) =>
  typed("grade", "rain", folder, "--pack", pack.path, "--seed", "5", "--out", out);

test("thirty files that were handed in are thirty rows, whatever is in them and however they are named", async () => {
  // The file of results may lie among the answers: it is none of them.
  const out = join(folder, "results.json");
  await writeFile(out, "[]");
  const { code, err } = await grade(out);
  expect(code).toBe(2);
  const results = JSON.parse(await readFile(out, "utf8")) as Result[];
  await rm(out);
  expect(results).toHaveLength(30);
  expect(results.map(({ file }) => file).toSorted()).toEqual(
    [...Object.keys(handedIn), "link.ts"].toSorted(),
  );
  const passed = results.filter((result) => result.passed).map(({ file }) => file);
  expect(passed.toSorted()).toEqual([...passing, "gia.ndjson"].toSorted());
  const unread = results.filter((result) => result.passed === null);
  expect(Object.fromEntries(unread.map(({ file, message }) => [file, message]))).toEqual(
    Object.fromEntries(Object.entries(reasons).map(([file, says]) => [file, expect.stringContaining(says)])),
  );
  for (const { message } of results) expect(message).toMatch(/\S/);
  expect(err).toContain(`${passed.length} of 30 passed. 10 could not be graded`);
});

test("the same as CSV is thirty records that a spreadsheet reads, and none of them is a formula", async () => {
  const out = join(pack.path, "results.csv");
  expect((await grade(out)).code).toBe(2);
  const text = await readFile(out, "utf8");
  expect(text.startsWith("\u{FEFF}")).toBe(true);
  const [head, ...rows] = recordsOf(text.slice(1).replace(/\r\n$/, ""));
  expect(head).toEqual(["file", "passed", "check", "offset", "message"]);
  expect(rows).toHaveLength(30);
  for (const row of rows) {
    expect(row).toHaveLength(5);
    for (const field of row) expect(field).not.toMatch(/^[=+\-@]/);
  }
  const [names, passed] = [rows.map(([file]) => file), new Map(rows.map(([file, right]) => [file, right]))];
  expect(names).toEqual(expect.arrayContaining(["'=HYPERLINK(1).ts", "two\nlines.ts", 'eve "zero".ts']));
  expect([passed.get("dan, the second.ts"), passed.get("'+1.ts"), passed.get("hugo.js")]).toEqual([
    "true",
    "false",
    "",
  ]);
});

test("predicted states are handed in as the file that the page gives", async () => {
  await pack.add("gauge");
  await pack.write(
    "gauge/exercise.yaml",
    "id: gauge\ntitle: The gauge\nform: predict\npredict: [0, 1]\nwording: { events: { RainFell: '{mm} mm' } }\n",
  );
  const states = (...all: number[]) => JSON.stringify(all.map((state, index) => ({ index, state })));
  const files = {
    "ada.json": states(3, 7),
    "bob.json": states(3, 4),
    "cem.json": states(3),
    "dan.json": '"seven"',
    "eve.ts": right,
    "fay.ndjson": ndjsonOf([opened, kept("gauge", right, 3)]),
  };
  for (const [file, text] of Object.entries(files)) await pack.write(`predicted/${file}`, text);
  const { out } = await typed("grade", "gauge", join(pack.path, "predicted"), "--pack", pack.path);
  const [, ...rows] = recordsOf(out.trimEnd());
  expect(rows.map(([file, passed]) => [file, passed])).toEqual([
    ["ada.json", "true"],
    ["bob.json", "false"],
    ["cem.json", "false"],
    ["dan.json", ""],
    ["eve.ts", ""],
    ["fay.ndjson", ""],
  ]);
  const messages = rows.map((row) => row[4]);
  expect(messages[1]).toMatch(/^Your prediction for offset 1 is 4\. The record says: 4 mm\./);
  expect(messages[4]).toContain("predictions are a .json file");

  const watched = type(
    "grade",
    "gauge",
    join(pack.path, "predicted/bob.json"),
    "--watch",
    "--pack",
    pack.path,
  );
  await expect
    .poll(() => watched.output.out, { timeout: 60_000 })
    .toContain("Your prediction for offset 1 is 4.");
  await pack.write("predicted/bob.json", files["dan.json"]);
  await expect
    .poll(() => watched.output.out, { timeout: 60_000 })
    .toContain("? The gauge could not be graded:");
  await pack.write("predicted/bob.json", files["ada.json"]);
  await expect.poll(() => watched.output.out, { timeout: 60_000 }).toContain("✓ The gauge:");
  watched.child.kill("SIGINT");
  expect(await watched.ended).toBe(0);
});

test("several files and folders are graded together, each file once", async () => {
  const [ada, bea] = [join(folder, "ada.ts"), join(folder, "bea")];
  const { code, out } = await typed("grade", "rain", ada, bea, ada, "--pack", pack.path);
  expect(code).toBe(0);
  expect(
    recordsOf(out.trimEnd())
      .slice(1)
      .map(([file]) => file),
  ).toEqual([ada, join(bea, "answer.ts")]);
});

test("where results cannot be written is said before anything is graded", async () => {
  const ada = join(folder, "ada.ts");
  const said = async (out: string) =>
    typed("grade", "rain", ada, "--pack", pack.path, "--out", join(pack.path, out));
  expect(await said("results.xls")).toMatchObject({
    code: 2,
    err: expect.stringContaining("ends with neither"),
  });
  expect(await said("nowhere/results.csv")).toMatchObject({
    code: 2,
    err: expect.stringContaining("There is no folder"),
  });
});
