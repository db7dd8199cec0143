import type { Plugin } from "vite";

const monaco = "/monaco-editor/esm/";

/**
 * Three things Monaco needs from the bundler. Its style sheets become text that one constructed sheet holds: Astro
 * drops CSS that an island reaches only through `import()`, and a constructed sheet needs no exception in the
 * content security policy. Its TypeScript worker carries the language's declarations without those of browsers,
 * which the sandbox does not have. And it brings only the features that monaco.ts asks for, where the module that makes
 * its workers would bring them all.
 */
export function monacoParts(): Plugin {
  return {
    name: "offset-zero:monaco",
    enforce: "pre",
    config: () => ({ optimizeDeps: { exclude: ["monaco-editor"] } }),
    transform(code, id) {
      const file = id.split("?")[0] as string;
      if (!file.includes(monaco) || !file.endsWith(".js")) return null;
      if (file.endsWith("/typescript/lib/lib.js")) return { code: withoutBrowserTypes(code), map: null };
      if (file.endsWith("/internal/common/workers.js")) return { code: withoutFeatures(code), map: null };
      return code.includes(".css'") ? { code: stylesAsText(code), map: null } : null;
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

function stylesAsText(code: string): string {
  let count = 0;
  const changed = code.replaceAll(/^import '([^']+\.css)';$/gm, (_, path: string) => {
    const name = `monacoCss${count++}`;
    return `import ${name} from '${path}?inline'; addStyle(${name});`;
  });
  return count > 0 ? `import { addStyle } from "${styleModule}";\n${changed}` : code;
}

function withoutBrowserTypes(code: string): string {
  return code.replaceAll(/^libFileMap\["lib\.(?:dom|webworker|scripthost)[^"]*"\] = .*;$/gm, "");
}

function withoutFeatures(code: string): string {
  return code.replaceAll(/^import '\.\.\/[^']+';$/gm, "");
}
