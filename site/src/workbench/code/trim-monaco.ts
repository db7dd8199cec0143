import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Plugin } from "vite";

const monaco = "/monaco-editor/esm/";

/** A file of Monaco below `esm/`, and the lines that are removed from it. */
interface Removal {
  file: string;
  lines: RegExp;
}

const removals: Removal[] = [
  // The declarations of browsers, which the sandbox does not have.
  {
    file: "vs/languages/features/typescript/lib/lib.js",
    lines: /^libFileMap\["lib\.(?:dom|webworker|scripthost)[^"]*"\] = .*;$/gm,
  },
  // All features of the editor, in the module that makes its workers.
  { file: "vs/internal/common/workers.js", lines: /^import '\.\.\/[^']+';$/gm },
];

/**
 * Three things Monaco needs from the bundler. Its style sheets become text that one constructed sheet holds: Astro
 * drops CSS that an island reaches only through `import()`, and a constructed sheet needs no exception in the
 * content security policy. Its TypeScript worker carries the language's declarations without those of browsers,
 * which the sandbox does not have. And it brings only the features that monaco.ts asks for, where the module that makes
 * its workers would bring them all. The build fails where another version of Monaco is written in another way.
 */
export function trimMonaco(): Plugin {
  return {
    name: "offset-zero:monaco",
    enforce: "pre",
    config: () => ({ optimizeDeps: { exclude: ["monaco-editor"] } }),
    // A file that has moved would never be transformed.
    buildStart() {
      for (const removal of removals) withoutLines(readMonaco(removal.file), removal);
    },
    transform(code, id) {
      const file = id.split("?")[0] as string;
      if (!file.includes(monaco) || !file.endsWith(".js")) return null;
      const removal = removals.find((each) => file.endsWith(monaco + each.file));
      if (removal) return { code: withoutLines(code, removal), map: null };
      return importsStyle.test(code) ? { code: stylesAsText(code, file), map: null } : null;
    },
    resolveId: (id) => (id === styleModule ? `\0${styleModule}` : null),
    load: (id) => (id === `\0${styleModule}` ? styleSource : null),
  };
}

const styleModule = "virtual:monaco-style";
const styleSource = `
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
let text = "";
let planned = false;
export function addStyle(css) {
  text += css;
  if (planned) return;
  planned = true;
  queueMicrotask(() => { planned = false; sheet.replaceSync(text); });
}`;

/** An import of a style sheet, however it is written. */
const importsStyle = /^\s*import\b[^;\n]*\.css["']/m;
const styleImport = /^import '([^']+\.css)';$/gm;

function stylesAsText(code: string, file: string): string {
  let count = 0;
  const changed = code.replaceAll(styleImport, (_, path: string) => {
    const name = `monacoCss${count++}`;
    return `import ${name} from '${path}?inline'; addStyle(${name});`;
  });
  if (count === 0) throw new Error(noMatch(file, styleImport));
  return `import { addStyle } from "${styleModule}";\n${changed}`;
}

function withoutLines(code: string, { file, lines }: Removal): string {
  const changed = code.replaceAll(lines, "");
  if (changed === code) throw new Error(noMatch(file, lines));
  return changed;
}

function readMonaco(file: string): string {
  // What `require` finds is the file esm/../min/vs/index.js.
  const path = join(createRequire(import.meta.url).resolve("monaco-editor"), "../../../esm", file);
  return readFileSync(path, "utf8");
}

const noMatch = (file: string, pattern: RegExp) =>
  `Monaco's file ${file} has nothing that ${pattern} matches. Adapt site/src/workbench/code/trim-monaco.ts to this version of Monaco.`;
