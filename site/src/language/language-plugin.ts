import { existsSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { Plugin } from "vite";
import { keysOf } from "../../../language/english-fallback.ts";
import { type Folder, requireFromSite as read } from "./languages.ts";

const root = join(import.meta.dirname, "../../../language");
const english = join(root, "english");
/** What the engine and the server say. They say it in English, and a page in its own language. */
const englishSentences = join(import.meta.dirname, "../../../engine/sentences/english");
const engine = join(import.meta.dirname, "../../../engine");
const saidInEnglish = join(import.meta.dirname, "engine-sentences.ts");
const asked = "?spoken";

/**
 * Who imports a file of language/english/ gets the same file of the language that this build speaks. What that language
 * does not say yet it says in English; a file that says all of it brings no English along. The sentences of the engine
 * and the server lie in the language's folder `sentences`; only the page gets them, and the engine its English ones.
 */
export function languagePlugin({ path: folder }: Folder): Plugin {
  const theirFile = (file: string) =>
    dirname(file) === english ? join(folder, basename(file)) : join(folder, "sentences", basename(file));
  const maker = join(folder, "from-english.ts");

  return {
    name: "offset-zero:language",
    enforce: "pre",
    resolveId(source, importer) {
      if (folder === english || !importer || !source.startsWith(".")) return null;
      const file = join(dirname(importer), source);
      if (file === saidInEnglish) return file.replace(/\.ts$/, "-translated.ts");
      if (!isSaidIn(file, importer)) return null;
      if (!existsSync(theirFile(file))) return existsSync(maker) ? file + asked : null;
      return isWhole(file, theirFile(file)) ? theirFile(file) : file + asked;
    },
    load(id) {
      if (!id.endsWith(asked)) return null;
      const file = id.slice(0, -asked.length);
      const [made, by] = existsSync(theirFile(file))
        ? ["withEnglishFallback(english, theirs)", join(root, "english-fallback.ts")]
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

/** Whether an importer gets this file in the build's language: inside those folders every file means what it writes. */
function isSaidIn(file: string, importer: string): boolean {
  if (dirname(file) === english) return dirname(dirname(importer)) !== root;
  return dirname(file) === englishSentences && !importer.startsWith(engine + sep);
}

function isWhole(file: string, theirs: string): boolean {
  const said = keysOf(read(theirs));
  return keysOf(read(file)).every((key) => said.includes(key));
}
