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
