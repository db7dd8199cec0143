import { basename, dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Plugin } from "vite";
import { readAnswer } from "../../../exercises/answer-source.ts";
import { Folder } from "../../../exercises/folder.ts";

const query = "?packed";

/**
 * `import text from "./solution.ts?packed"` gives a right answer of an exercise (its solution, or a file of
 * `approaches/`) as `packed()` writes it, so that it cannot be read by looking through the site's files. It is no
 * secret: `unpacked()` gives it back.
 */
export function packedTextPlugin(): Plugin {
  return {
    name: "offset-zero:packed-text",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(query)) return null;
      const file = id.slice(0, -query.length);
      const { exercise, answer } = placeOf(file);
      // An approach may be an edit of the solution.
      for (const each of new Set([file, join(exercise.path, "solution.ts")])) this.addWatchFile(each);
      const { source } = await readAnswer(exercise, answer);
      return `export default ${JSON.stringify(deflateRawSync(source).toString("base64url"))};`;
    },
  };
}

function placeOf(file: string): { exercise: Folder; answer: string } {
  const name = basename(file).replace(/\.\w+$/, "");
  const folder = dirname(file);
  const isApproach = basename(folder) === "approaches";
  const path = isApproach ? dirname(folder) : folder;
  return { exercise: new Folder(path, basename(path)), answer: isApproach ? `approaches/${name}` : name };
}
