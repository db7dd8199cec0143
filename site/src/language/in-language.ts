import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "vite";
import { keysOf } from "../../../language/over-english.ts";
import { type Folder, load as read } from "./languages.ts";

const root = join(import.meta.dirname, "../../../language");
const english = join(root, "english");
const asked = "?spoken";

/**
 * Who imports a file of language/english/ gets the same file of the language that this build speaks. What that language
 * does not say yet it says in English; a file that says all of it brings no English along.
 */
export function inLanguage({ path: folder }: Folder): Plugin {
  const theirFile = (file: string) => join(folder, basename(file));
  const maker = join(folder, "from-english.ts");

  return {
    name: "offset-zero:language",
    enforce: "pre",
    resolveId(source, importer) {
      if (folder === english || !importer || !source.startsWith(".")) return null;
      const file = join(dirname(importer), source);
      // Inside the languages' folders every file means what it writes.
      if (dirname(file) !== english || dirname(dirname(importer)) === root) return null;
      if (!existsSync(theirFile(file))) return existsSync(maker) ? file + asked : null;
      return isWhole(file, theirFile(file)) ? theirFile(file) : file + asked;
    },
    load(id) {
      if (!id.endsWith(asked)) return null;
      const file = id.slice(0, -asked.length);
      const [made, by] = existsSync(theirFile(file))
        ? ["overEnglish(english, theirs)", join(root, "over-english.ts")]
        : ["fromEnglish({ ...english })", maker];
      return [
        `import * as english from ${JSON.stringify(file)};`,
        `import { ${made.replace(/\(.*/, "")} } from ${JSON.stringify(by)};`,
        made.includes("theirs") ? `import * as theirs from ${JSON.stringify(theirFile(file))};` : "",
        `export const { ${Object.keys(read(file)).join(", ")} } = ${made};`,
      ].join("\n");
    },
  };
}

function isWhole(file: string, theirs: string): boolean {
  const said = keysOf(read(theirs));
  return keysOf(read(file)).every((key) => said.includes(key));
}
