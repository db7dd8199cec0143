import type { Plugin } from "vite";
import { expect, test } from "vitest";
import { trimMonaco } from "./trim-monaco.ts";

const plugin = trimMonaco() as Plugin & {
  buildStart(): void;
  transform(code: string, id: string): { code: string } | null;
};
const at = (file: string) => `/somewhere/monaco-editor/esm/${file}`;

test("the installed Monaco has every line that the build removes", () => {
  expect(() => plugin.buildStart()).not.toThrow();
});

test("browser declarations and the features of the editor are removed, the rest stays", () => {
  const lib = plugin.transform(
    'libFileMap["lib.dom.d.ts"] = "x";\nlibFileMap["lib.es5.d.ts"] = "y";',
    at("vs/languages/features/typescript/lib/lib.js"),
  );
  expect(lib?.code).toBe('\nlibFileMap["lib.es5.d.ts"] = "y";');
  const workers = plugin.transform(
    "import '../../editor/all.js';\nimport { editor } from '../../editor/editor.api.js';",
    at("vs/internal/common/workers.js"),
  );
  expect(workers?.code).toBe("\nimport { editor } from '../../editor/editor.api.js';");
});

test("a style sheet that a module imports becomes text", () => {
  const changed = plugin.transform("import './view.css';\nexport {};", at("vs/editor/view.js"));
  expect(changed?.code).toContain("import monacoCss0 from './view.css?inline'; addStyle(monacoCss0);");
  expect(plugin.transform("const name = 'source.css';", at("vs/editor/name.js"))).toBeNull();
});

test.each([
  ["vs/languages/features/typescript/lib/lib.js", "libFiles.set('lib.dom.d.ts', '');", "libFileMap"],
  ["vs/internal/common/workers.js", 'import "../../editor/all.js";', "import"],
  ["vs/editor/view.js", 'import "./view.css";', ".css"],
])("a file that is written in another way fails the build: %s", (file, code, pattern) => {
  const change = () => plugin.transform(code, at(file));
  expect(change).toThrow(file);
  expect(change).toThrow(pattern);
});
