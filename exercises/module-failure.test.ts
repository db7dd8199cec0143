import { basename } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPack } from "./pack.ts";
import { PackFolder } from "./testing/pack-folder.ts";

let pack: PackFolder;
beforeEach(async () => {
  pack = await PackFolder.make();
  await pack.add("rain");
});
afterEach(() => pack.remove());

/** What is said of the pack, with its folder's name left out. */
async function problems(): Promise<string[]> {
  const { problems } = await readPack(pack.path, "now");
  return problems.map((sentence) => sentence.replaceAll(basename(pack.path), "monday"));
}

test.each([
  [
    "a syntax error",
    "\nexport default { checks: [ };\n",
    /^monday\/rain\/checks\.ts:2 cannot be loaded\. .+\.$/,
  ],
  [
    "a throw",
    'const titles: string[] = [];\n\nthrow new Error("no titles");\n',
    /^monday\/rain\/checks\.ts:3 cannot be loaded\. no titles\.$/,
  ],
  [
    "a name that is nowhere",
    "export default make();\nfunction make() {\n  return missing;\n}\n",
    /^monday\/rain\/checks\.ts:3 cannot be loaded\. missing is not defined\.$/,
  ],
  [
    "a name declared twice",
    "export let a = 1;\nlet b: number = 2;\nlet b = 3;\n",
    /^monday\/rain\/checks\.ts:3 cannot be loaded\. .+ already been declared\.$/,
  ],
  [
    "an import of nothing",
    'import { nothing } from "./messages.ts";\nexport default nothing;\n',
    /^monday\/rain\/checks\.ts:1 cannot be loaded\. .+'nothing'\.$/,
  ],
])("%s in checks.ts is named with file and line", async (_, text, sentence) => {
  await pack.write("rain/checks.ts", text);
  expect(await problems()).toEqual([expect.stringMatching(sentence)]);
});

test("a mistake in a file that checks.ts imports is named there", async () => {
  await pack.write("rain/messages.ts", 'export const words = "It rained.";\n\nexport const more = ;\n');
  expect(await problems()).toEqual([
    expect.stringMatching(/^monday\/rain\/messages\.ts:3 cannot be loaded\./),
  ]);
});
