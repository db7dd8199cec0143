import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { type, typed } from "../testing/type-command.ts";
import { csv } from "./csv.ts";
import { recordsOf } from "./testing/read-csv.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "offset-zero-grade-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Writes an answer to the cart exercise as a file to be graded. */
async function answerFile(answer: string, file = join(folder, "answer.ts")): Promise<string> {
  await writeFile(file, await courseAnswer("cart-read-only", answer));
  return file;
}

test("a right answer ends with 0, a wrong one with 1 and what went wrong, both as JSON", async () => {
  const right = await typed("grade", "cart-read-only", await answerFile("solution"), "--seed", "7");
  expect(right.code).toBe(0);
  expect(JSON.parse(right.out)).toMatchObject({ passed: true, check: null, seed: 7 });
  const wrong = await typed("grade", "cart-read-only", await answerFile("wrong/reverts-twice"));
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.out)).toMatchObject({
    passed: false,
    check: "revert-once",
    offset: 7,
    smallest: 3,
  });
});

test("what cannot be graded ends with 2 and a sentence", async () => {
  expect(await typed("grade", "cart-read-onyl", "x.ts")).toMatchObject({ code: 2 });
  const unknown = await typed("grade", "cart-read-onyl", await answerFile("starter"));
  expect(unknown).toMatchObject({
    code: 2,
    err: "There is no exercise cart-read-onyl. Did you mean cart-read-only? Is it in a pack? Add --pack <folder>.\n",
  });
  const pack = join(folder, "pack");
  await mkdir(join(pack, "rain"), { recursive: true });
  await writeFile(join(pack, "rain", "exercise.yaml"), "id: rain");
  const broken = await typed("grade", "rain", await answerFile("starter"), "--pack", pack);
  expect(broken.code).toBe(2);
  expect(broken.err).toContain("rain/exercise.yaml is not valid");
});

test("a folder of answers gives a line of CSV for each, in the order of their names", async () => {
  await mkdir(join(folder, "ada"));
  await answerFile("solution", join(folder, "ada", "cart.ts"));
  await answerFile("starter", join(folder, "bob.ts"));
  await writeFile(join(folder, "eve.ts"), "while (true) {}");
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git", "config"), "no answer");
  const { code, out, err } = await typed("grade", "cart-read-only", folder);
  expect(code).toBe(1);
  const [head, ...rows] = out.trim().split("\r\n");
  expect(head).toBe("file,passed,check,offset,message");
  expect(rows.map((row) => row.split(",").slice(0, 4).join(","))).toEqual([
    "ada/cart.ts,true,,",
    "bob.ts,false,removal,4",
    "eve.ts,false,runs,",
  ]);
  expect(err).toContain("1 of 3 passed. Not looked into: .git.");
});

test("--watch grades at each save and says what a learner reads", async () => {
  const file = join(folder, "mine.ts");
  await answerFile("starter", file);
  const { child, output, ended } = type("grade", "cart-read-only", file, "--watch");
  const until = async (words: string) => {
    while (!output.out.includes(words)) {
      if (child.exitCode !== null) throw new Error(`It ended: ${output.out}${output.err}`);
      await sleep(20);
    }
  };
  await until("✗ Take it back: A removal takes out the quantity it names");
  await until("At offset 4 Sanjana took out one pair of pants.");
  await answerFile("solution", file);
  await until("✓ Take it back: Right");
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a field of CSV comes back as it was, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(![a, b].some((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text)));
      expect(recordsOf(csv(["a", "b"], [{ a, b }]))).toEqual([
        ["a", "b"],
        [a, b],
      ]);
    }),
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\n=1", "＝1"])(
  "a text that a spreadsheet would work out is shown as text: %j",
  (a) => {
    expect(recordsOf(csv(["a"], [{ a }]))).toEqual([["a"], [`'${a}`]]);
  },
);

test("a number stays a number, and nothing stays empty", () => {
  expect(csv(["a"], [{ a: null }, { a: -1 }])).toBe("a\r\n\r\n-1");
});
