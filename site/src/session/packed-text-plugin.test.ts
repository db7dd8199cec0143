import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { courseAnswer } from "../../../exercises/answer-source.ts";
import { unpackText } from "../exercise/link/pack-text.ts";
import { packedTextPlugin } from "./packed-text-plugin.ts";

test("a file that is imported packed is no text, and comes back as it is", async () => {
  const { load } = packedTextPlugin() as unknown as {
    load(this: object, id: string): Promise<string | null>;
  };
  const watched: string[] = [];
  const file = join(import.meta.dirname, "../../../exercises/cart-read-only/solution.ts");
  const own = { addWatchFile: (path: string) => watched.push(path) };
  const text = await courseAnswer("cart-read-only", "solution");
  expect(text).not.toContain("// starter:");
  const module = (await load.call(own, `${file}?packed`)) ?? "";
  const [, letters = ""] = /^export default "([\w-]+)";$/.exec(module) ?? [];
  expect(await unpackText(letters, 2 ** 20)).toBe(text);
  expect(watched).toEqual([file]);
  expect(await load.call(own, `${file}?raw`)).toBeNull();
});

test("an approach that is an edit is packed as the source that it makes, and made again when the solution changes", async () => {
  const { load } = packedTextPlugin() as unknown as {
    load(this: object, id: string): Promise<string | null>;
  };
  const folder = await mkdtemp(join(tmpdir(), "offset-zero-packed-"));
  const [solution, edit] = [join(folder, "solution.ts"), join(folder, "approaches/other.yaml")];
  await writeFile(solution, "// starter:\none();\n// end starter\n");
  await mkdir(join(folder, "approaches"));
  await writeFile(edit, "says: Another way.\nreplace:\n  - [one(), two()]\n");
  const watched: string[] = [];
  const module = await load.call({ addWatchFile: (path: string) => watched.push(path) }, `${edit}?packed`);
  await rm(folder, { recursive: true });
  const [, letters = ""] = /^export default "([\w-]+)";$/.exec(module ?? "") ?? [];
  expect(await unpackText(letters, 2 ** 20)).toBe("// Another way.\ntwo();\n");
  expect(watched.toSorted()).toEqual([edit, solution]);
});
